/**
 * The house laws that every module keeps; start at {@link dev.gatehouse.testkit.house.HouseLaws}.
 */
@NullMarked
package dev.gatehouse.testkit.house;

import org.jspecify.annotations.NullMarked;
