package dev.kafkaorders.replayer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The operator's service: dead letters and offsets.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class DlqReplayerApplication {

    static void main(String[] args) {
        SpringApplication.run(DlqReplayerApplication.class, args);
    }
}
