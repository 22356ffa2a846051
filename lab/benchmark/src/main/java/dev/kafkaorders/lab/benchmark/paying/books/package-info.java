/// What the programs that are compared with payment-consumer have in common with it: the orders
/// they read, the gateway they ask, the rows they write and the outcomes they tell. They differ in
/// how they consume, and in nothing else.
@NullMarked
package dev.kafkaorders.lab.benchmark.paying.books;

import org.jspecify.annotations.NullMarked;
