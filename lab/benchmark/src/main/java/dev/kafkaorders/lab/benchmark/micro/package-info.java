/// What is too small for a cluster to show it, by JMH.
@NullMarked
package dev.kafkaorders.lab.benchmark.micro;

import org.jspecify.annotations.NullMarked;
