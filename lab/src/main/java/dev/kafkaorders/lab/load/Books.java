package dev.kafkaorders.lab.load;

import dev.kafkaorders.lab.ledger.Answer;
import dev.kafkaorders.lab.ledger.Asked;
import dev.kafkaorders.lab.ledger.Ledger;
import dev.kafkaorders.lab.ledger.Request;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/// Sees to it that nothing is sent before it is in the ledger, and that every answer gets there.
final class Books {
    private final Ledger ledger;
    private final Traffic traffic;
    private final Clock clock;
    private final AtomicLong numbers = new AtomicLong();

    Books(Ledger ledger, Traffic traffic, Clock clock) {
        this.ledger = ledger;
        this.traffic = traffic;
        this.clock = clock;
    }

    Request first(String key, Asked asked) {
        return Request.first(numbers.incrementAndGet(), key, asked, clock.instant());
    }

    Request again(Request request) {
        return request.again(numbers.incrementAndGet(), clock.instant());
    }

    Answer send(Request request, Door door) {
        ledger.sent(request);
        var answer = door.send(request);
        var now = clock.instant();
        ledger.answered(request.number(), answer, now);
        traffic.answered(answer, now);
        return answer;
    }
}
