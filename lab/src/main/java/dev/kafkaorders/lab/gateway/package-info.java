/// A payment gateway behind HTTP that remembers every charge, also through SIGKILL.
@NullMarked
package dev.kafkaorders.lab.gateway;

import org.jspecify.annotations.NullMarked;
