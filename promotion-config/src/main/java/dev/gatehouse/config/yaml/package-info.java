/**
 * YAML as nodes that know where they stand, within limits; start at {@link
 * dev.gatehouse.config.yaml.YamlSource}.
 */
@NullMarked
package dev.gatehouse.config.yaml;

import org.jspecify.annotations.NullMarked;
