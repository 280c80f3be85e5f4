package dev.gatehouse.config.shape;

/**
 * An optional key that another module brings.
 *
 * @param point the {@link ExtensionPoint} where it is
 * @param key the key as it is written in the file
 * @param type the record that its value becomes, described like every record of the file
 * @param meaning what it is for, in the words of the schema
 */
public record Extension(String point, String key, Class<? extends Record> type, String meaning) {}
