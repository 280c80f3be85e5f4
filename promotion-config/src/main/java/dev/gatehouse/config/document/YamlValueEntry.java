package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import dev.gatehouse.stage.ValueFrom;
import java.util.Optional;

/**
 * Sets the value at a path of a YAML file.
 *
 * @param file the file
 * @param path keys joined by dots, list members as [0] or [name=web]
 * @param from what is written: the tag, the digest or the whole reference of the artifact, or the
 *     source revision of the change
 * @param artifact the name of the artifact
 */
@Says("Sets the value at a path of a YAML file.")
public record YamlValueEntry(
    @Says(value = "The file.", examples = "apps/{application}/{target}/values.yaml")
        @Spelled(Spelling.PATH)
        Located<String> file,
    @Says(value = "Keys joined by dots, list members as [0] or [name=web].", examples = "image.tag")
        Located<String> path,
    @Says(
            value =
                "What is written: the tag, the digest or the whole reference of the artifact, or the source revision of the change.",
            examples = "digest")
        Located<ValueFrom.Part> from,
    @Says(
            value = "The name of the artifact. Default: the only one of the change.",
            examples = "ghcr.io/acme/checkout")
        Optional<Located<String>> artifact) {}
