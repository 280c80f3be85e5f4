package dev.gatehouse.approval;

import dev.gatehouse.identity.Actor;

/**
 * What a person typed to confirm a loss.
 *
 * @param by who, with the groups at that time
 * @param typed the words
 */
public record Confirmation(Actor by, String typed) {}
