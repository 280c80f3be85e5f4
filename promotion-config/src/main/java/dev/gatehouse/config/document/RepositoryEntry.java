package dev.gatehouse.config.document;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import java.util.Optional;

/**
 * A branch of a Git repository that holds desired state.
 *
 * @param place where it is
 * @param name its name in this file
 * @param url a path, file://, https:// or ssh:// address, without credentials
 * @param branch the branch that is written
 * @param credentials how to log on
 * @param commits the author of its commits
 */
@Says("A branch of a Git repository that holds desired state.")
public record RepositoryEntry(
    Place place,
    @Says(value = "Its name in this file.", examples = "deploy") @Spelled(Spelling.NAME)
        Located<String> name,
    @Says(
            value =
                "A path, file://, https:// or ssh:// address, without credentials. A relative path starts at this file's folder.",
            examples = "https://git.example.com/acme/deploy.git")
        Located<String> url,
    @Says(value = "The branch that is written. Default: main.", examples = "main")
        @Spelled(Spelling.NAME)
        Optional<String> branch,
    @Says("How to log on.") Optional<CredentialsEntry> credentials,
    @Says("The author of its commits.") Optional<CommitsEntry> commits) {}
