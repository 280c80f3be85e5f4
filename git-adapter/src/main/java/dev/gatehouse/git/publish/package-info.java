/**
 * Brings commits to a branch exactly once: one committer per branch, intents before pushes, the
 * remote as the judge.
 *
 * <p>Start at {@link dev.gatehouse.git.publish.BranchCommitter}.
 */
@NullMarked
package dev.gatehouse.git.publish;

import org.jspecify.annotations.NullMarked;
