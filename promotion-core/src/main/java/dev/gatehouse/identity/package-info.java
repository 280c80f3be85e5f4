/**
 * Who acts, in which groups, and who may do what; start at {@link dev.gatehouse.identity.Actor}.
 */
@NullMarked
package dev.gatehouse.identity;

import org.jspecify.annotations.NullMarked;
