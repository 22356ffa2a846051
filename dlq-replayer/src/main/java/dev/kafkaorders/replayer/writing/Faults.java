package dev.kafkaorders.replayer.writing;

import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.BrokerNotAvailableException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.DelegationTokenAuthorizationException;
import org.apache.kafka.common.errors.DuplicateSequenceException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.errors.TransactionCoordinatorFencedException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/// What lies behind a failure of Kafka's. The only place that says so.
public final class Faults {

    private Faults() {}

    /// Whether what was asked for is at fault, so that it would fail again and again while other
    /// things succeed.
    public static boolean isRefusal(Throwable reason) {
        return switch (reason) {
            // Time mends these, or a new producer.
            case RetriableException _,
                    ApplicationRecoverableException _,
                    BrokerNotAvailableException _,
                    DuplicateSequenceException _,
                    InvalidTxnStateException _,
                    OutOfOrderSequenceException _,
                    TransactionAbortableException _,
                    TransactionAbortedException _,
                    TransactionCoordinatorFencedException _ ->
                    false;
            // Somebody has to, and nothing at all can be written until then.
            case AuthenticationException _,
                    ClusterAuthorizationException _,
                    DelegationTokenAuthorizationException _,
                    TransactionalIdAuthorizationException _,
                    UnsupportedVersionException _ ->
                    false;
            case ApiException _ -> true;
            default -> false;
        };
    }
}
