/**
 * The rule by which a revision is synced and healthy, as a pure function of one answer; start at
 * {@link dev.gatehouse.argo.live.SyncedAndHealthy}.
 */
@NullMarked
package dev.gatehouse.argo.live;

import org.jspecify.annotations.NullMarked;
