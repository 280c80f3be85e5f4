/**
 * Where everything is put together, for every host: from {@code gatehouse.yaml} to a running
 * engine; start at {@link dev.gatehouse.runtime.Composition}.
 */
@NullMarked
package dev.gatehouse.runtime;

import org.jspecify.annotations.NullMarked;
