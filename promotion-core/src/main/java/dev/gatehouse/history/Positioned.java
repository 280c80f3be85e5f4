package dev.gatehouse.history;

/**
 * An event with its place among all events of the ledger.
 *
 * @param position its place; positions only grow, and some numbers are never used
 * @param event the event
 */
public record Positioned(long position, StreamEvent event) {}
