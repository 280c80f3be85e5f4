package dev.gatehouse.argocd.client;

/**
 * Asks for a way back to an entry of the history; hooks do not run, and automatic sync must be off.
 *
 * @param id the entry's id
 * @param prune whether objects that did not exist then are deleted
 */
public record Rollback(long id, boolean prune, boolean dryRun) {}
