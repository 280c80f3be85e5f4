/**
 * Histories as JSON text: the payload of a ledger row, and a whole ledger as lines; start at {@link
 * dev.gatehouse.json.HistoryJson}.
 */
@NullMarked
package dev.gatehouse.json;

import org.jspecify.annotations.NullMarked;
