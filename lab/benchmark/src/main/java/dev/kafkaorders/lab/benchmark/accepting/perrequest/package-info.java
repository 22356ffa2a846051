/// What many would write: a web application with a transaction for each request.
@NullMarked
package dev.kafkaorders.lab.benchmark.accepting.perrequest;

import org.jspecify.annotations.NullMarked;
