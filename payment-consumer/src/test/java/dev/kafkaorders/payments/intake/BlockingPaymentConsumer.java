package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.PaymentConsumerApplication;
import dev.kafkaorders.payments.intake.Checkpoints.Checkpoint;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// The service with a listener at its checkpoints: at the one that the first argument names it says
/// so and blocks, so that a test can kill it right there.
public class BlockingPaymentConsumer {

    public static final String REACHED = "checkpoint reached";

    public static void main(String[] args) {
        var wanted = Checkpoint.valueOf(args[0]);
        new SpringApplicationBuilder(PaymentConsumerApplication.class)
                .initializers(new CheckpointListener(reached -> blockAt(wanted, reached)))
                .run(Arrays.copyOfRange(args, 1, args.length));
    }

    private static void blockAt(Checkpoint wanted, Checkpoint reached) {
        if (reached == wanted) {
            System.out.println(REACHED);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
