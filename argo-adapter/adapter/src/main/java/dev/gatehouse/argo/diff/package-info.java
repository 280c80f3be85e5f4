/**
 * What lives in a cluster against what Git wants there, as Argo CD tells it; start at {@link
 * dev.gatehouse.argo.diff.LiveDiff}.
 */
@NullMarked
package dev.gatehouse.argo.diff;

import org.jspecify.annotations.NullMarked;
