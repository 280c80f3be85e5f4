/**
 * The ports of the core on top of an Argo CD client; start at {@link dev.gatehouse.argo.ArgoCd}.
 */
@NullMarked
package dev.gatehouse.argo;

import org.jspecify.annotations.NullMarked;
