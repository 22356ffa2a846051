/** Whether what the topics say of each order and what the database says of it are one story. */
@NullMarked
package dev.kafkaorders.localstack.books;

import org.jspecify.annotations.NullMarked;
