package dev.kafkaorders.lab.evidence;

import static java.util.stream.Collectors.toMap;

import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.audit.History;
import dev.kafkaorders.lab.audit.Place;
import dev.kafkaorders.lab.audit.Statuses;
import dev.kafkaorders.lab.audit.SuiteTopics;
import dev.kafkaorders.lab.audit.Written;
import dev.kafkaorders.lab.ledger.Dealings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Gathers a [History]. What goes on meanwhile makes it contradict itself: for when it is quiet.
public final class Evidence {

    /// Of how many orders the view is asked. The topic that it answers from is read as a whole.
    private static final int ASKED = 1_000;

    private final Sources sources;
    private final TopicReader topics;
    private final EventRecord events = new EventRecord();

    public Evidence(Sources sources) {
        this.sources = sources;
        this.topics = new TopicReader(sources.auditor());
    }

    /// Asks everybody.
    ///
    /// @param dealings what the clients say
    public History gather(Dealings dealings) {
        var committed = committed();
        var replays = new ReplayLedger();
        topics.committed(List.of(Topics.LEDGER), replays::read);
        var statuses = new StatusTopic();
        topics.committed(List.of(Topics.ORDER_STATUS), statuses::read);
        try (var doors = new Doors(sources)) {
            return new History(
                    dealings,
                    committed,
                    aborted(committed),
                    // Before the tables: they learn what becomes of a record before its offset is
                    // committed.
                    new GroupOffsetsReader(sources.auditor()).read(),
                    new DatabaseReader(sources).read(),
                    new GatewayBooks().read(doors.gatewayLedger()),
                    replays.replays(),
                    new Statuses(statuses.statuses(), view(committed, doors)));
        }
    }

    private List<Written> committed() {
        var committed = new ArrayList<Written>();
        topics.committed(SuiteTopics.ALL, record -> events.read(record).ifPresent(committed::add));
        return committed;
    }

    private List<Written> aborted(List<Written> committed) {
        var known = new HashSet<Place>();
        committed.forEach(record -> known.add(record.place()));
        var aborted = new ArrayList<Written>();
        topics.all(
                SuiteTopics.ALL,
                record -> {
                    if (!known.contains(EventRecord.place(record))) {
                        events.read(record).ifPresent(aborted::add);
                    }
                });
        return aborted;
    }

    /// Asks of orders from all over the run.
    private static Map<UUID, String> view(List<Written> committed, Doors doors) {
        var orders =
                committed.stream()
                        .map(Written::event)
                        .filter(event -> event.data() instanceof OrderPlaced)
                        .map(event -> event.data().orderId())
                        .distinct()
                        .toList();
        var step = Math.max(1, orders.size() / ASKED);
        return IntStream.range(0, orders.size())
                .filter(index -> index % step == 0)
                .mapToObj(orders::get)
                .collect(toMap(Function.identity(), doors::state));
    }
}
