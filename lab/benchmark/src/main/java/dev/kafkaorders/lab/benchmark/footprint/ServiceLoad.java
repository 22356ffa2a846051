package dev.kafkaorders.lab.benchmark.footprint;

import java.time.Duration;

/// What a service is kept busy with.
@FunctionalInterface
interface ServiceLoad {
    void last(Duration time) throws Exception;
}
