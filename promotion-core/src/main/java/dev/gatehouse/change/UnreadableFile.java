package dev.gatehouse.change;

/**
 * A manifest that could not be read safely; its risk is HIGH because nobody knows what it says.
 *
 * @param file the path in the repository
 * @param why what stopped the reader, without the file's content
 */
public record UnreadableFile(String file, String why) {}
