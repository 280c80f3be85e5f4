package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import java.util.Optional;

/**
 * Makes a folder equal to another one, deletions included.
 *
 * @param from the folder that is copied
 * @param to the folder that is replaced
 * @param at the commit that is copied
 */
@Says("Makes a folder equal to another one, deletions included.")
public record DirectorySnapshotEntry(
    @Says(value = "The folder that is copied.", examples = "components/etcd-shield/base")
        @Spelled(Spelling.PATH)
        Located<String> from,
    @Says(
            value = "The folder that is replaced.",
            examples = "components/etcd-shield/rings/{stage}/base-snapshot")
        @Spelled(Spelling.PATH)
        Located<String> to,
    @Says(
            value =
                "The commit that is copied: the tip of the branch or the source revision of the change. Default: tip.",
            examples = "source")
        Optional<SnapshotAt> at) {}
