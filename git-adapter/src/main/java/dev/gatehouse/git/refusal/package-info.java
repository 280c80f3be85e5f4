/**
 * Turns what Git and YAML refuse into the product's own words; every reason code of this adapter is
 * here.
 */
@NullMarked
package dev.gatehouse.git.refusal;

import org.jspecify.annotations.NullMarked;
