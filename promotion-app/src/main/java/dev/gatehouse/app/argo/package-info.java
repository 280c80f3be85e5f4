/**
 * Looks at what an Argo CD lets us do, before a promotion finds out; start at {@link
 * dev.gatehouse.app.argo.ShardCheck}.
 */
@NullMarked
package dev.gatehouse.app.argo;

import org.jspecify.annotations.NullMarked;
