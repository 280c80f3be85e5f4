/**
 * What a process that drives shows meanwhile, and how it stops; start at {@link
 * dev.gatehouse.app.drive.Following}.
 */
@NullMarked
package dev.gatehouse.app.drive;

import org.jspecify.annotations.NullMarked;
