/**
 * What Kargo's answers hold, as far as it is read here. Every record takes unknown, missing and
 * null fields: a text that is missing is empty or an empty {@link java.util.Optional}, a list is
 * empty.
 */
@NullMarked
package dev.gatehouse.kargoapi.model;

import org.jspecify.annotations.NullMarked;
