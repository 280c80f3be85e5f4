/**
 * What Argo CD says, as records: only the parts that someone here reads. Unknown fields are
 * skipped; what is missing is empty; a word that is not known is {@code OTHER} and never success.
 * Start at {@link Application} and {@link SyncRequest}.
 */
@NullMarked
package dev.gatehouse.argocd.model;

import org.jspecify.annotations.NullMarked;
