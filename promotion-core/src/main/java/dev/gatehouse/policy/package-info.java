/**
 * Which controls a risk asks for, and how to be excused from one; start at {@link
 * dev.gatehouse.policy.ControlModel}.
 */
@NullMarked
package dev.gatehouse.policy;

import org.jspecify.annotations.NullMarked;
