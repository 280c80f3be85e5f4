/** Whether the service is alive, and whether it is ready. */
@NullMarked
package dev.gatehouse.service.health;

import org.jspecify.annotations.NullMarked;
