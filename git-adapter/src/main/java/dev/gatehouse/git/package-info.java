/**
 * Desired state in Git: the ports of the engine over bare repositories, without a working tree.
 *
 * <p>Start at {@link dev.gatehouse.git.GitDesiredStateWriter}; the packages below stand from left
 * to right: {@code yaml}, {@code edit}, {@code tree}, {@code commit}, {@code remote}, {@code
 * refusal}, {@code update}, {@code manifest}, {@code publish}.
 */
@NullMarked
package dev.gatehouse.git;

import org.jspecify.annotations.NullMarked;
