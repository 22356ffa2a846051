package dev.kafkaorders.teststack;

/// How to reach a PostgreSQL database.
public record Database(String jdbcUrl, String user, String password) {}
