/**
 * Mistakes in a configuration file, each with its place and its remedy; start at {@link
 * dev.gatehouse.config.problem.ConfigurationProblem}.
 */
@NullMarked
package dev.gatehouse.config.problem;

import org.jspecify.annotations.NullMarked;
