/**
 * What can be asked of an Argo CD server, one method for each operation. Start at {@link
 * dev.gatehouse.argo.client.ArgoCdClient}.
 */
@NullMarked
package dev.gatehouse.argo.client;

import org.jspecify.annotations.NullMarked;
