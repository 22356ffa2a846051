package dev.kafkaorders.lab.faults;

import dev.kafkaorders.lab.stack.LabStack;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every blow to every target, each once before any comes again: a run of some length misses
/// nothing by bad luck.
final class Deck {
    private static final int PARTITIONS = 6;
    private static final List<Blow> TO_PROCESSES = List.of(Blow.KILL, Blow.PAUSE, Blow.RESTART);

    record Card(Blow blow, Target target) {}

    private final Set<Family> families;
    private final Random random;
    private final Deque<Card> cards = new ArrayDeque<>();

    Deck(Set<Family> families, Random random) {
        this.families = families;
        this.random = random;
    }

    Card draw() {
        if (cards.isEmpty()) {
            var shuffled = new ArrayList<>(all().filter(this::isAllowed).toList());
            Collections.shuffle(shuffled, random);
            cards.addAll(shuffled);
        }
        return cards.removeFirst();
    }

    private boolean isAllowed(Card card) {
        return families.contains(card.target().family());
    }

    private Stream<Card> all() {
        return Stream.of(brokers(), processes(), networks()).flatMap(part -> part);
    }

    private Stream<Card> brokers() {
        return Stream.concat(
                        Stream.of(
                                new Target.Leader(random.nextInt(PARTITIONS)),
                                new Target.Controller()),
                        IntStream.rangeClosed(1, 3)
                                .mapToObj(
                                        node -> new Target.Named("kafka-" + node, Family.BROKERS)))
                .flatMap(Deck::toProcess);
    }

    private static Stream<Card> processes() {
        return Stream.of(
                        Stream.of(new Target.Named("postgres", Family.DATABASE)),
                        Stream.of(new Target.Named("gateway", Family.GATEWAY)),
                        LabStack.SERVICES.stream()
                                .map(name -> new Target.Named(name, Family.SERVICES)))
                .flatMap(part -> part)
                .flatMap(Deck::toProcess);
    }

    private static Stream<Card> networks() {
        return LabStack.SERVICES.stream()
                .map(service -> new Card(Blow.CUT, new Target.Network(service)));
    }

    private static Stream<Card> toProcess(Target target) {
        return TO_PROCESSES.stream().map(blow -> new Card(blow, target));
    }
}
