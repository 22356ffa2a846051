package dev.kafkaorders.replayer.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTests {

    static Stream<KafkaException> refusals() {
        return Stream.of(
                new RecordTooLargeException("too large"),
                new InvalidRecordException("no key, in a compacted topic"),
                new PolicyViolationException("not here"),
                new TopicAuthorizationException("orders"),
                GroupAuthorizationException.forGroupId("dlq-replayer.replay.1"));
    }

    static Stream<KafkaException> others() {
        return Stream.of(
                new TimeoutException("late"),
                new NotLeaderOrFollowerException("moved"),
                new ProducerFencedException("somebody else writes"),
                new InvalidProducerEpochException("somebody else writes"),
                new OutOfOrderSequenceException("a new producer counts anew"),
                new InvalidTxnStateException("a new producer begins anew"),
                new TransactionAbortableException("again"),
                new SaslAuthenticationException("wrong password"),
                new TransactionalIdAuthorizationException("not granted"),
                new InterruptException("stopping"),
                new KafkaException("who knows"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatWouldFailAgainIsARefusal(KafkaException fault) {
        assertThat(NotCommittedException.beforeCommit(new KafkaException(fault)).isRefusal())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatTimeOrAnOperatorMendsIsNone(KafkaException fault) {
        assertThat(NotCommittedException.beforeCommit(new KafkaException(fault)).isRefusal())
                .isFalse();
    }

    @Test
    void onceTheCommitIsAskedForNothingIs() {
        var fault = new InvalidRecordException("no key, in a compacted topic");
        assertThat(NotCommittedException.unanswered(fault).isRefusal()).isFalse();
    }
}
