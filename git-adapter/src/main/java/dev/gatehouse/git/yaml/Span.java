package dev.gatehouse.git.yaml;

/**
 * Where a node is in its text.
 *
 * @param start offset of its first character
 * @param end offset behind its last character; for block collections this may include what follows
 *     them
 * @param line line of the first character, counted from one
 * @param column column of the first character, counted from zero
 */
public record Span(int start, int end, int line, int column) {}
