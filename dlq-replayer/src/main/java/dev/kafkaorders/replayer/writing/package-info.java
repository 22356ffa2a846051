/// The one hand that writes: every record of the replayer goes through one transactional producer,
/// in one thread.
@NullMarked
package dev.kafkaorders.replayer.writing;

import org.jspecify.annotations.NullMarked;
