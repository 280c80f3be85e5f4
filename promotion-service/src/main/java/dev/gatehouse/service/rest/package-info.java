/** The verbs of the driving port over HTTP. */
@NullMarked
package dev.gatehouse.service.rest;

import org.jspecify.annotations.NullMarked;
