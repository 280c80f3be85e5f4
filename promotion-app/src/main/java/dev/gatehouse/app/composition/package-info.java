/**
 * Where everything is put together outside Jenkins: from {@code gatehouse.yaml} to a running
 * engine; start at {@link dev.gatehouse.app.composition.Composition}.
 */
@NullMarked
package dev.gatehouse.app.composition;

import org.jspecify.annotations.NullMarked;
