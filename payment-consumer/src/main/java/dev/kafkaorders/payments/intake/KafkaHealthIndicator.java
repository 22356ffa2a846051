package dev.kafkaorders.payments.intake;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/// Part of readiness: whether a broker answers. An idle consumer wouldn't notice that none does.
@Component
class KafkaHealthIndicator extends AbstractHealthIndicator {

    private static final int PATIENCE_MS = 2_000;

    private final Admin admin;

    KafkaHealthIndicator(Admin admin) {
        super("No broker answers, or none lets us in");
        this.admin = admin;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        var cluster = admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MS));
        var nodes = cluster.nodes().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        health.up().withDetail("nodes", nodes.size());
    }
}
