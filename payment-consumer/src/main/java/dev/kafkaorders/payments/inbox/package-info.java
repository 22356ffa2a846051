/// Which events were handled and with what outcome, for as long as one may come again.
@NullMarked
package dev.kafkaorders.payments.inbox;

import org.jspecify.annotations.NullMarked;
