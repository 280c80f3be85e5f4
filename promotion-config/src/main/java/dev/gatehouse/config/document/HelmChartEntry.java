package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import java.util.Optional;

/**
 * Sets the version of a Helm chart.
 *
 * @param file the file
 * @param chart the chart, where the file names several
 * @param from what is written: the tag, the digest, both or the whole reference of the artifact, or
 *     the source revision of the change
 * @param artifact the name of the artifact
 * @param shared whether places that share the value change with it
 */
@Says("Sets the version of a Helm chart.")
public record HelmChartEntry(
    @Says(value = "The file.", examples = "apps/{application}/{target}/Chart.yaml")
        @Spelled(Spelling.PATH)
        Located<String> file,
    @Says(value = "The chart, where the file names several.", examples = "postgresql")
        Optional<Located<String>> chart,
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
