/**
 * When a window starts: cron, RRULE or once, on the clock of a time zone; start at {@link
 * dev.gatehouse.config.recurrence.ZonedRecurrence}.
 */
@NullMarked
package dev.gatehouse.config.recurrence;

import org.jspecify.annotations.NullMarked;
