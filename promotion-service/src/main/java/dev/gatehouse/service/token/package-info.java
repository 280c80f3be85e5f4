/** Who asks: tokens, their scope and their end. */
@NullMarked
package dev.gatehouse.service.token;

import org.jspecify.annotations.NullMarked;
