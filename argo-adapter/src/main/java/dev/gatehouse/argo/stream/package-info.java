/**
 * Follows the changes of applications as they happen. Start at {@link
 * dev.gatehouse.argo.stream.ApplicationStream}.
 */
@NullMarked
package dev.gatehouse.argo.stream;

import org.jspecify.annotations.NullMarked;
