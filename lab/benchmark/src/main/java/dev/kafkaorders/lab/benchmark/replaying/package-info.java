/// How fast dead letters are brought back: by dlq-replayer, and by a copy that promises nothing.
@NullMarked
package dev.kafkaorders.lab.benchmark.replaying;

import org.jspecify.annotations.NullMarked;
