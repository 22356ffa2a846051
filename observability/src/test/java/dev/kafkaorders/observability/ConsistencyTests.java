package dev.kafkaorders.observability;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What one file names is in another, and what is in one is used.
class ConsistencyTests {

    @Test
    void everyRecordingRuleIsUsedAndEveryOneThatIsUsedExists() {
        assertThat(Metrics.recorded(everythingAsked())).isEqualTo(Rules.recorded());
    }

    @Test
    void brokersExportWhatIsAskedAndNothingElse() {
        var exported =
                ConfigFiles.read("kafka/jmx-exporter.yml")
                        .get("rules")
                        .valueStream()
                        .map(rule -> rule.get("name").asString())
                        .collect(toSet());
        assertThat(Metrics.ofBrokers(everythingAsked())).isEqualTo(exported);
    }

    @Test
    void composeAndDemoAreScrapedAlike() {
        var compose = ConfigFiles.read("prometheus/prometheus.yml");
        var demo = ConfigFiles.read("prometheus/demo.yml");
        assertThat(jobs(demo)).isEqualTo(jobs(compose));
        assertThat(brokers(demo)).isEqualTo(brokers(compose)).hasSize(3);
        assertThat(demo.get("global")).isEqualTo(compose.get("global"));
        assertThat(demo.get("rule_files")).isEqualTo(compose.get("rule_files"));
    }

    private static List<String> everythingAsked() {
        var all = new ArrayList<>(Rules.expressions());
        all.addAll(Dashboards.expressions());
        return all;
    }

    private static List<String> jobs(JsonNode configuration) {
        return configuration
                .get("scrape_configs")
                .valueStream()
                .map(job -> job.get("job_name").asString() + job.path("metrics_path").asString(""))
                .toList();
    }

    private static Set<String> brokers(JsonNode configuration) {
        return configuration
                .at("/scrape_configs/0/static_configs")
                .valueStream()
                .map(target -> target.at("/labels/instance").asString())
                .collect(toSet());
    }
}
