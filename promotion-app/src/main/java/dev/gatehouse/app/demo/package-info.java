/**
 * The demo: an example repository, and a story that the real commands tell on it; start at {@link
 * dev.gatehouse.app.demo.DemoCommand}.
 */
@NullMarked
package dev.gatehouse.app.demo;

import org.jspecify.annotations.NullMarked;
