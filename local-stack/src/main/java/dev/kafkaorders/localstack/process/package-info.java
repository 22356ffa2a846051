/// Child processes that are found again by their run folder and never outlive whoever started them.
@NullMarked
package dev.kafkaorders.localstack.process;

import org.jspecify.annotations.NullMarked;
