/**
 * An Argo CD server for tests, with its unpleasant parts: it speaks the REST interface of Argo CD
 * 3.5 on a loopback port, and its controller is driven by hand; start at {@link
 * dev.gatehouse.testkit.argo.FakeArgoCd}.
 */
@NullMarked
package dev.gatehouse.testkit.argo;

import org.jspecify.annotations.NullMarked;
