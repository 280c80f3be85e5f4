/**
 * What is promoted and what it changes: {@link Change}, {@link ManifestDiff}; start at {@link
 * Change}.
 */
@NullMarked
package dev.gatehouse.change;

import org.jspecify.annotations.NullMarked;
