/**
 * Reads YAML as nodes that know where they stand in the text; bounded, and closed to what is
 * unclear.
 *
 * <p>Start at {@link dev.gatehouse.git.yaml.YamlReader}. Nothing here builds Java objects from
 * tags, and nothing here writes.
 */
@NullMarked
package dev.gatehouse.git.yaml;

import org.jspecify.annotations.NullMarked;
