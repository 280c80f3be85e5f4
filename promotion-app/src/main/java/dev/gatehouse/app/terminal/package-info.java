/**
 * What a command has around it: where it prints, who runs it, how it ends; start at {@link
 * dev.gatehouse.app.terminal.Surroundings}.
 */
@NullMarked
package dev.gatehouse.app.terminal;

import org.jspecify.annotations.NullMarked;
