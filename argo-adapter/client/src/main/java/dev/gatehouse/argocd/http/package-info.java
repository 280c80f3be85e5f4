/** What is Argo CD's own about its HTTP interface: paths, error codes, pieces of a stream. */
@NullMarked
package dev.gatehouse.argocd.http;

import org.jspecify.annotations.NullMarked;
