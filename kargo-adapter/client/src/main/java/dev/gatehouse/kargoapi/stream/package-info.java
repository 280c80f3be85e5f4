/** Follows what happens in a project, over server-sent events and lists. */
@NullMarked
package dev.gatehouse.kargoapi.stream;

import org.jspecify.annotations.NullMarked;
