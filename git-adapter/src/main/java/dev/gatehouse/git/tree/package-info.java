/**
 * Reads and rewrites Git trees without a working tree or an index; cost grows with what is touched.
 *
 * <p>Start at {@link dev.gatehouse.git.tree.TreeView} to read and {@link
 * dev.gatehouse.git.tree.TreeRewriter} to write.
 */
@NullMarked
package dev.gatehouse.git.tree;

import org.jspecify.annotations.NullMarked;
