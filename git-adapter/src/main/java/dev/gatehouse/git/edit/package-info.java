/**
 * Surgical edits of YAML text: only the characters of the expected scalars change, everything else
 * stays byte for byte.
 *
 * <p>Start at {@link dev.gatehouse.git.edit.FileEditor}; each {@link
 * dev.gatehouse.git.edit.FileEdit} is one update kind.
 */
@NullMarked
package dev.gatehouse.git.edit;

import org.jspecify.annotations.NullMarked;
