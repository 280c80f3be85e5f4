/**
 * The commands, one class each: what can be typed, and which call of the engine it becomes; start
 * at {@link dev.gatehouse.app.command.PromoteCommand}.
 */
@NullMarked
package dev.gatehouse.app.command;

import org.jspecify.annotations.NullMarked;
