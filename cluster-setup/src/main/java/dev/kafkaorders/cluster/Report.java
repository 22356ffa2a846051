package dev.kafkaorders.cluster;

import java.util.ArrayList;
import java.util.List;

/// What was done to a cluster, and what is not as the list says and can't be made so.
public final class Report {

    private final List<String> changes = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    void changed(String change) {
        changes.add(change);
    }

    void noticed(String notice) {
        notices.add(notice);
    }

    void complain(String complaint) {
        complaints.add(complaint);
    }

    /// What is different now; nothing when the cluster was as the list says.
    public List<String> changes() {
        return List.copyOf(changes);
    }

    /// What somebody may want to know.
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /// What a person has to put right.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }
}
