/// What is left when all promises are left out: read, parse, load. No way of consuming orders into
/// these tables can be faster, so it is the limit that the others are held against.
@NullMarked
package dev.kafkaorders.lab.benchmark.paying.copy;

import org.jspecify.annotations.NullMarked;
