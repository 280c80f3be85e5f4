/**
 * Measures Gatehouse beside its peers in one run and prints ratios; start at {@link
 * dev.gatehouse.benchmarks.Benchmarks}.
 */
@NullMarked
package dev.gatehouse.benchmarks;

import org.jspecify.annotations.NullMarked;
