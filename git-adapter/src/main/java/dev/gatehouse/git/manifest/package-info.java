/**
 * Reads the Kubernetes objects of a folder, by a light reading of kustomize that executes nothing.
 *
 * <p>Start at {@link dev.gatehouse.git.manifest.ManifestReader}.
 */
@NullMarked
package dev.gatehouse.git.manifest;

import org.jspecify.annotations.NullMarked;
