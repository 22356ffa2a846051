package dev.kafkaorders.lab.benchmark.workload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/// Whether all who are to consume do so. Whoever joins a consumer group first has all partitions,
/// until he has dealt with his first poll; what is done meanwhile is not what the group can do.
public final class GroupMembers implements AutoCloseable {
    private final Admin admin;
    private final String group;
    private final int members;

    /// @param administrator what a client of Kafka needs to be that
    /// @param members how many the group is to have
    public GroupMembers(Map<String, String> administrator, String group, int members) {
        admin = Admin.create(new HashMap<>(administrator));
        this.group = group;
        this.members = members;
    }

    /// Whether all have joined, and have or have given up what they should.
    public boolean areComplete() {
        try {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .allMatch(this::isComplete);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a group was awaited", e);
        }
    }

    private boolean isComplete(ConsumerGroupDescription described) {
        return described.groupState() == GroupState.STABLE && described.members().size() == members;
    }

    @Override
    public void close() {
        admin.close();
    }
}
