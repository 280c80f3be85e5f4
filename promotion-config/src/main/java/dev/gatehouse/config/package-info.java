/**
 * {@code gatehouse.yaml}: read, judged, and turned into the domain; start at {@link
 * dev.gatehouse.config.ConfigurationLoader}.
 *
 * <p>Packages, left to right: {@code problem < yaml < shape < recurrence < settings < document <
 * assembly}.
 */
@NullMarked
package dev.gatehouse.config;

import org.jspecify.annotations.NullMarked;
