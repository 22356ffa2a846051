package dev.kafkaorders.lab.audit;

import static org.assertj.core.api.Assertions.assertThat;

/// What an auditor says of a story.
final class Judgement {

    private Judgement() {}

    static void assertHolds(Auditor auditor, Story story) {
        assertThat(auditor.audit(story.history())).isInstanceOf(Verdict.Holds.class);
    }

    /// @param evidence what its sentences say, in any order
    static void assertBroken(Auditor auditor, Story story, String... evidence) {
        assertThat(auditor.audit(story.history()))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> {
                            assertThat(broken.violations()).isEqualTo(evidence.length);
                            for (var words : evidence) {
                                assertThat(broken.evidence())
                                        .anySatisfy(
                                                sentence -> assertThat(sentence).contains(words));
                            }
                        });
    }
}
