package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import java.util.Optional;

/**
 * The author of commits, and how they are signed.
 *
 * @param author the author
 * @param committer the committer
 * @param signing how commits are signed
 */
@Says("The author of commits, and how they are signed.")
public record CommitsEntry(
    @Says(value = "The author.", examples = "Gatehouse <gatehouse@example.com>")
        @Spelled(Spelling.GIT_IDENTITY)
        Optional<String> author,
    @Says(
            value = "The committer. Default: the author.",
            examples = "Gatehouse <gatehouse@example.com>")
        @Spelled(Spelling.GIT_IDENTITY)
        Optional<String> committer,
    @Says("How commits are signed. Default: not at all.") Optional<SigningEntry> signing) {}
