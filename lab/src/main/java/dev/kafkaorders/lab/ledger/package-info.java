/** What clients asked the suite for, and what they were told. */
@NullMarked
package dev.kafkaorders.lab.ledger;

import org.jspecify.annotations.NullMarked;
