/** The ports that adapters implement; all an adapter's author has to read. */
@NullMarked
package dev.gatehouse.spi;

import org.jspecify.annotations.NullMarked;
