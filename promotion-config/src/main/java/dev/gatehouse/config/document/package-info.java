/**
 * The file as it is written, one record for each kind of object; start at {@link
 * dev.gatehouse.config.document.GatehouseDocument}.
 */
@NullMarked
package dev.gatehouse.config.document;

import org.jspecify.annotations.NullMarked;
