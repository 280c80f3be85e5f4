package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Between;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import java.util.Optional;

/**
 * Sets targetRevision of an Argo CD Application.
 *
 * @param file the file with the Application
 * @param application the Application, where the file holds several
 * @param source the place in spec.sources, counted from 0
 * @param from what is written: the tag, the digest, both or the whole reference of the artifact, or
 *     the source revision of the change
 * @param artifact the name of the artifact
 * @param shared whether places that share the value change with it
 */
@Says("Sets targetRevision of an Argo CD Application.")
public record ArgoTargetRevisionEntry(
    @Says(value = "The file with the Application.", examples = "argocd/{target}.yaml")
        @Spelled(Spelling.PATH)
        Located<String> file,
    @Says(value = "The Application, where the file holds several.", examples = "checkout")
        Optional<Located<String>> application,
    @Says(
            value = "The place in spec.sources, counted from 0. Default: spec.source.",
            examples = "0")
        @Between(min = 0, max = 1_000)
        Optional<Integer> source,
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
