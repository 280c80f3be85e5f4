/**
 * The one driving port: everything a step, a hook, a command or a page can ask for; start at {@link
 * Promotions}.
 */
@NullMarked
package dev.gatehouse.api;

import org.jspecify.annotations.NullMarked;
