package dev.gatehouse.git;

import dev.gatehouse.git.publish.PublishSettings;
import dev.gatehouse.git.remote.Access;
import dev.gatehouse.stage.Repository;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * How this process reaches and writes its repositories.
 *
 * @param caches the folder that holds the mirrors; may be deleted at any time
 * @param access how we prove who we are, by repository; called at every use, so that a rotated
 *     token is seen
 * @param timeoutSeconds how long one read or write may stall
 * @param publish who writes commits, and how often a busy branch is tried, by repository
 */
public record GitSettings(
    Path caches,
    Function<Repository, Access> access,
    int timeoutSeconds,
    Function<Repository, PublishSettings> publish) {

  /** Settings for repositories that ask for nothing. */
  public static GitSettings anonymous(Path caches) {
    return new GitSettings(
        caches, repository -> new Access.Anonymous(), 60, repository -> PublishSettings.DEFAULT);
  }
}
