/** The one list of topics, users and access rights, and what makes a cluster be like it. */
@NullMarked
package dev.kafkaorders.cluster;

import org.jspecify.annotations.NullMarked;
