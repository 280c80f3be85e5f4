/** The {@code gatehouse} command; start at {@link dev.gatehouse.app.Gatehouse}. */
@NullMarked
package dev.gatehouse.app;

import org.jspecify.annotations.NullMarked;
