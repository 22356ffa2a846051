/// What the tables' classes share.
@NullMarked
package dev.kafkaorders.payments.sql;

import org.jspecify.annotations.NullMarked;
