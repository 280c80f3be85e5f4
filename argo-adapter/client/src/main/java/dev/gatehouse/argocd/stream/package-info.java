/**
 * Follows applications, application sets, trees of objects and logs as they change. Start at {@link
 * dev.gatehouse.argocd.stream.EventStream}.
 */
@NullMarked
package dev.gatehouse.argocd.stream;

import org.jspecify.annotations.NullMarked;
