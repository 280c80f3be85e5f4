/**
 * How Argo CD is written in {@code gatehouse.yaml}; start at {@link
 * dev.gatehouse.argo.config.ArgoFormat}.
 */
@NullMarked
package dev.gatehouse.argo.config;

import org.jspecify.annotations.NullMarked;
