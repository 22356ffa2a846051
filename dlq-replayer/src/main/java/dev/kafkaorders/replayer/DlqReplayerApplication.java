package dev.kafkaorders.replayer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The operator's service: dead letters and offsets.
@SpringBootApplication
public class DlqReplayerApplication {

    static void main(String[] args) {
        SpringApplication.run(DlqReplayerApplication.class, args);
    }
}
