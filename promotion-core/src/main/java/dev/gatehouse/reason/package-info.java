/**
 * The only vocabulary for bad news: what happened, where, and what to do next; start at {@link
 * Reason}.
 */
@NullMarked
package dev.gatehouse.reason;

import org.jspecify.annotations.NullMarked;
