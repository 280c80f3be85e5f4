/**
 * Makes commits whose id follows from their content alone: fixed dates, trailers, and a signature
 * if a key is set.
 *
 * <p>Start at {@link dev.gatehouse.git.commit.CommitDraft}.
 */
@NullMarked
package dev.gatehouse.git.commit;

import org.jspecify.annotations.NullMarked;
