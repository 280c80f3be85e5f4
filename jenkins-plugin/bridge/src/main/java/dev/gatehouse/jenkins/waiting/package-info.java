/**
 * How the step {@code promote} proposes, waits and resumes without a thread; start at {@link
 * PromoteStep}.
 */
@NullMarked
package dev.gatehouse.jenkins.waiting;

import org.jspecify.annotations.NullMarked;
