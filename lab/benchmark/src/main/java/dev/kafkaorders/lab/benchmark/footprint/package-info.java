/// What the services cost before anybody uses them.
@NullMarked
package dev.kafkaorders.lab.benchmark.footprint;

import org.jspecify.annotations.NullMarked;
