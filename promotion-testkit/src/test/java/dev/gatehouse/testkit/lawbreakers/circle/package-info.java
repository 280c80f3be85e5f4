/** Eight classes: two refer to each other in a circle, three pairs do so honestly. */
package dev.gatehouse.testkit.lawbreakers.circle;
