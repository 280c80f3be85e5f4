/**
 * When the sync windows of Argo CD let an application through; start at {@link
 * dev.gatehouse.argo.window.WindowCalendar}.
 */
@NullMarked
package dev.gatehouse.argo.window;

import org.jspecify.annotations.NullMarked;
