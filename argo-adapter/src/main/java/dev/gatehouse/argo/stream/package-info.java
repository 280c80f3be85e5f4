/**
 * Follows applications, application sets, trees of objects and logs as they change. Start at {@link
 * dev.gatehouse.argo.stream.EventStream}.
 */
@NullMarked
package dev.gatehouse.argo.stream;

import org.jspecify.annotations.NullMarked;
