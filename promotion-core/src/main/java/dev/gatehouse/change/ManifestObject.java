package dev.gatehouse.change;

/**
 * One object of a rendered or written manifest.
 *
 * @param key its identity
 * @param apiVersion group and version as written
 * @param file the file it came from, relative to the repository
 * @param content the whole object
 */
public record ManifestObject(
    ObjectKey key, String apiVersion, String file, ManifestNode.Mapping content) {}
