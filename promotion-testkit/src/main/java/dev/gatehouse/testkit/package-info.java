/**
 * Fakes for every port, and an engine that is driven by hand; start at {@link
 * dev.gatehouse.testkit.SettableClock}.
 */
@NullMarked
package dev.gatehouse.testkit;

import org.jspecify.annotations.NullMarked;
