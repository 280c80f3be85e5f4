/**
 * Driving promotions from a process that ends: everything that is due, or one promotion to its end;
 * start at {@link dev.gatehouse.app.drive.Drive}.
 */
@NullMarked
package dev.gatehouse.app.drive;

import org.jspecify.annotations.NullMarked;
