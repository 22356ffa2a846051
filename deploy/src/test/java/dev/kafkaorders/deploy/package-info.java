/**
 * Holds the Kubernetes manifests against the code that they deploy, and against the schemas of what
 * they ask for.
 */
@NullMarked
package dev.kafkaorders.deploy;

import org.jspecify.annotations.NullMarked;
