package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import java.util.Optional;

/**
 * Sets newTag or digest of an image in a kustomization.
 *
 * @param file the kustomization file
 * @param image the name of the entry in `images`
 * @param from what is written: the tag, the digest, both or the whole reference of the artifact, or
 *     the source revision of the change
 * @param artifact the name of the artifact
 * @param shared whether places that share the value change with it
 * @param addWhenAbsent whether a missing entry is added instead of refused
 */
@Says("Sets newTag or digest of an image in a kustomization.")
public record KustomizeImageEntry(
    @Says(
            value = "The kustomization file.",
            examples = "apps/{application}/{target}/kustomization.yaml")
        @Spelled(Spelling.PATH)
        Located<String> file,
    @Says(value = "The name of the entry in `images`.", examples = "ghcr.io/acme/checkout")
        Located<String> image,
    @Says(
            value =
                "What is written: the tag, the digest, both (tagAndDigest) or the whole reference of the artifact, or the source revision of the change.",
            examples = "digest")
        Located<WrittenPart> from,
    @Says(
            value = "The name of the artifact. Default: the one of this image.",
            examples = "ghcr.io/acme/checkout")
        Optional<Located<String>> artifact,
    @Says(
            value =
                "Whether places that share the value by an anchor, an alias or a merge key change with it. Default: false.",
            examples = "true")
        Optional<Boolean> shared,
    @Says(
            value = "Whether a missing entry is added instead of refused. Default: false.",
            examples = "true")
        Optional<Boolean> addWhenAbsent) {}
