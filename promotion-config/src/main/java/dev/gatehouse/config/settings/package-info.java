/**
 * What an installation needs besides its rules: credentials by reference, names in commits, the
 * ledger; start at {@link dev.gatehouse.config.settings.GatehouseSettings}.
 */
@NullMarked
package dev.gatehouse.config.settings;

import org.jspecify.annotations.NullMarked;
