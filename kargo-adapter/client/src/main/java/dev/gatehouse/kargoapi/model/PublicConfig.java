package dev.gatehouse.kargoapi.model;

/** What the server tells everyone. */
public record PublicConfig(boolean adminAccountEnabled, boolean skipAuth) {}
