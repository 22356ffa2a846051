/// The guided tour: what the suite promises, shown on a running stack.
@NullMarked
package dev.kafkaorders.localstack.tour;

import org.jspecify.annotations.NullMarked;
