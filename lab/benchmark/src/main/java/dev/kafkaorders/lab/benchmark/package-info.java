/// How fast the suite is, compared with other ways to do the same.
@NullMarked
package dev.kafkaorders.lab.benchmark;

import org.jspecify.annotations.NullMarked;
