/**
 * What a kind of control plane brings to the file: its keys, their words, and what they become;
 * start at {@link dev.gatehouse.config.controlplane.ControlPlaneFormat}.
 */
@NullMarked
package dev.gatehouse.config.controlplane;

import org.jspecify.annotations.NullMarked;
