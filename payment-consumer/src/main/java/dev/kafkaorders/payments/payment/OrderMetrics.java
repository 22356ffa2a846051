package dev.kafkaorders.payments.payment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Where all orders are that have come: `payments.orders` by state, each in one. From the database,
/// so it is the same in all instances and outlives them. Counted now and then, not at each scrape;
/// what was counted last stays while the database is away.
///
/// A record that can't be read and names no order counts as an order of its own.
@Component
class OrderMetrics {

    private static final Logger log = LoggerFactory.getLogger(OrderMetrics.class);

    private static final List<String> STATES =
            List.of("captured", "declined", "refunded", "cancelled", "retrying", "dead");

    private final JdbcClient database;
    private volatile Map<String, Long> latest = Map.of();

    OrderMetrics(JdbcClient database, MeterRegistry meters) {
        this.database = database;
        for (var state : STATES) {
            Gauge.builder("payments.orders", this, all -> all.latest.getOrDefault(state, 0L))
                    .tag("state", state)
                    .description("Orders that have come, by what has become of them")
                    .register(meters);
        }
    }

    @Scheduled(fixedDelayString = "${payments.orders.count-interval:15s}")
    void count() {
        try {
            latest = counted();
        } catch (DataAccessException e) {
            log.atDebug().setCause(e).log("Orders could not be counted");
        }
    }

    /// One statement, hence one moment: no order is missed on its way from one state to another.
    private Map<String, Long> counted() {
        return database
                .sql(
                        """
                        select lower(status) as state, count(*) as orders
                        from payment
                        group by status
                        union all
                        select state, count(*)
                        from (
                            select case when bool_or(state = 'DEAD') then 'dead' else 'retrying' end
                                       as state
                            from inbox
                            where state <> 'SETTLED' and state <> 'PARKED'
                              and not exists (
                                  select from payment where payment.order_id = inbox.order_id)
                            group by order_id) as unpaid
                        group by state
                        """)
                .query((row, _) -> Map.entry(row.getString("state"), row.getLong("orders")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
