/**
 * What a target says to Argo CD; start at {@link dev.gatehouse.argo.application.ArgoApplication}.
 */
@NullMarked
package dev.gatehouse.argo.application;

import org.jspecify.annotations.NullMarked;
