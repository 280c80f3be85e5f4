/**
 * Promotions over HTTP: every tool asks here; start at {@link dev.gatehouse.service.GateService}.
 */
@NullMarked
package dev.gatehouse.service;

import org.jspecify.annotations.NullMarked;
