/**
 * The questions "may this go now?", each a pure function; start at {@link dev.gatehouse.gate.Gate}.
 */
@NullMarked
package dev.gatehouse.gate;

import org.jspecify.annotations.NullMarked;
