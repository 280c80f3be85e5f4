package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import java.util.Optional;

/**
 * Sets ?ref= or ?version= of a remote resource in a kustomization.
 *
 * @param file the kustomization file
 * @param resource the address up to and without the question mark
 * @param from what is written: the tag, the digest, both or the whole reference of the artifact, or
 *     the source revision of the change
 * @param artifact the name of the artifact
 * @param shared whether places that share the value change with it
 */
@Says("Sets ?ref= or ?version= of a remote resource in a kustomization.")
public record KustomizeRefEntry(
    @Says(
            value = "The kustomization file.",
            examples = "apps/{application}/{target}/kustomization.yaml")
        @Spelled(Spelling.PATH)
        Located<String> file,
    @Says(
            value = "The address up to and without the question mark.",
            examples = "https://github.com/acme/checkout//deploy")
        Located<String> resource,
    @Says(
            value =
                "What is written: the tag, the digest, both (tagAndDigest) or the whole reference of the artifact, or the source revision of the change.",
            examples = "digest")
        Located<WrittenPart> from,
    @Says(
            value = "The name of the artifact. Default: the only one of the change.",
            examples = "ghcr.io/acme/checkout")
        Optional<Located<String>> artifact,
    @Says(
            value =
                "Whether places that share the value by an anchor, an alias or a merge key change with it. Default: false.",
            examples = "true")
        Optional<Boolean> shared) {}
