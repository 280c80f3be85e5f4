package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import java.util.Optional;

/**
 * Sets the value at a path of a YAML file.
 *
 * @param file the file
 * @param path keys joined by dots, list members as [0] or [name=web]; a bracket in front picks a
 *     document
 * @param from what is written: the tag, the digest, both or the whole reference of the artifact, or
 *     the source revision of the change
 * @param artifact the name of the artifact
 * @param shared whether places that share the value change with it
 * @param addWhenAbsent whether a missing file or missing keys are added instead of refused
 */
@Says("Sets the value at a path of a YAML file.")
public record YamlValueEntry(
    @Says(value = "The file.", examples = "apps/{application}/{target}/values.yaml")
        @Spelled(Spelling.PATH)
        Located<String> file,
    @Says(
            value =
                "Keys joined by dots, list members as [0] or [name=web]; a bracket in front picks one document of several, such as [kind=Deployment,metadata.name=web].spec.replicas.",
            examples = "image.tag")
        Located<String> path,
    @Says(
            value =
                "What is written: the tag, the digest, both (tagAndDigest) or the whole reference of the artifact, or the source revision of the change.",
            examples = "digest")
        Located<WrittenPart> from,
    @Says(
            value =
                "The name of the artifact. Default: the one of the image that the file names beside the value, or the only one of the change.",
            examples = "ghcr.io/acme/checkout")
        Optional<Located<String>> artifact,
    @Says(
            value =
                "Whether places that share the value by an anchor, an alias or a merge key change with it. Default: false.",
            examples = "true")
        Optional<Boolean> shared,
    @Says(
            value =
                "Whether a missing file, or missing keys at the end of the path, are added instead of refused. Default: false.",
            examples = "true")
        Optional<Boolean> addWhenAbsent) {}
