/**
 * One stream for all applications of a server that someone waits for; start at {@link
 * dev.gatehouse.argo.watch.ApplicationWatch}.
 */
@NullMarked
package dev.gatehouse.argo.watch;

import org.jspecify.annotations.NullMarked;
