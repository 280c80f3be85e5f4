/** What is Kargo's own about its HTTP interface: paths and refusals. */
@NullMarked
package dev.gatehouse.kargoapi.http;

import org.jspecify.annotations.NullMarked;
