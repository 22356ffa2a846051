/// Clients that order while everything is being attacked, and write down what they were told.
@NullMarked
package dev.kafkaorders.lab.load;

import org.jspecify.annotations.NullMarked;
