package dev.gatehouse.testkit.lawbreakers.circle;

/** The only case. */
record Round() implements Form {}
