package dev.kafkaorders.orders.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.orders.publishing.FailureRules.Verdict;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownProducerIdException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureRulesTests {

    static Stream<Exception> errorsThatAProducerDoesNotSurvive() {
        return Stream.of(
                new ProducerFencedException("fenced"),
                new InvalidProducerEpochException("old epoch"),
                new InvalidPidMappingException("expired"),
                new UnknownProducerIdException("lost"),
                new OutOfOrderSequenceException("gap"),
                new InvalidTxnStateException("state"),
                new TransactionalIdAuthorizationException("id"),
                new ClusterAuthorizationException("cluster"),
                new TopicAuthorizationException("orders"),
                new UnsupportedVersionException("old broker"),
                new IllegalStateException("closed"),
                new KafkaException("wrapped", new ProducerFencedException("fenced")));
    }

    static Stream<Exception> errorsThatOneRequestMayHaveCaused() {
        return Stream.of(
                new RecordTooLargeException("too large"),
                new InvalidTopicException("?"),
                new TransactionAbortableException("abort"),
                new KafkaException("wrapped", new RecordTooLargeException("too large")));
    }

    static Stream<Exception> outages() {
        return Stream.of(
                new TimeoutException("expired"), new NotEnoughReplicasException("too few"));
    }

    @ParameterizedTest
    @MethodSource("errorsThatAProducerDoesNotSurvive")
    void replacesTheProducerAndWritesAgain(Exception error) {
        assertThat(FailureRules.whileWriting(error)).isEqualTo(Verdict.REPLACE_AND_REDO);
    }

    @ParameterizedTest
    @MethodSource("errorsThatOneRequestMayHaveCaused")
    void separatesTheRequests(Exception error) {
        assertThat(FailureRules.whileWriting(error)).isEqualTo(Verdict.ABORT_AND_SEPARATE);
    }

    @ParameterizedTest
    @MethodSource("outages")
    void doesNotTryEachRequestAloneInAnOutage(Exception error) {
        assertThat(FailureRules.whileWriting(error)).isEqualTo(Verdict.ABORT);
    }

    @ParameterizedTest
    @MethodSource("errorsThatAProducerDoesNotSurvive")
    void knowsNothingAfterAFatalErrorOfTheCommit(Exception error) {
        assertThat(FailureRules.whileCommitting(error)).isEqualTo(Verdict.OUTCOME_UNKNOWN);
        assertThat(FailureRules.mayCommitAgain(error)).isFalse();
    }

    @Test
    void asksForTheCommitAgainAfterATimeout() {
        var timeout = new TimeoutException("no answer");
        assertThat(FailureRules.mayCommitAgain(timeout)).isTrue();
        assertThat(FailureRules.whileCommitting(timeout)).isEqualTo(Verdict.OUTCOME_UNKNOWN);
    }

    @Test
    void trustsTheBrokerThatTheCommitMustBeAborted() {
        var abortable = new TransactionAbortableException("abort");
        assertThat(FailureRules.whileCommitting(abortable)).isEqualTo(Verdict.ABORT);
    }
}
