/** HTTP as values, and the one place that knows the HTTP library. */
@NullMarked
package dev.gatehouse.service.web;

import org.jspecify.annotations.NullMarked;
