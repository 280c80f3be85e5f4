/**
 * What Jenkins recorded of a build, and the change and facts it amounts to; start at {@link
 * BuildRecord}.
 */
@NullMarked
package dev.gatehouse.jenkins.build;

import org.jspecify.annotations.NullMarked;
