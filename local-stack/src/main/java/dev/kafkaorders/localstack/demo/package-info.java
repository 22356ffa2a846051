/// The command line: `./demo` and what it starts, stops and shows.
@NullMarked
package dev.kafkaorders.localstack.demo;

import org.jspecify.annotations.NullMarked;
