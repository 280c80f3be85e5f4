/**
 * Talks to the remote repository: a mirror that may be lost, and pushes that say what became of
 * them.
 *
 * <p>Start at {@link dev.gatehouse.git.remote.Mirror} and {@link dev.gatehouse.git.remote.Push}.
 * Secrets stay in here.
 */
@NullMarked
package dev.gatehouse.git.remote;

import org.jspecify.annotations.NullMarked;
