/**
 * Who someone in Jenkins is to Gatehouse, and what Jenkins lets them ask for; start at {@link
 * Admission}.
 */
@NullMarked
package dev.gatehouse.jenkins.access;

import org.jspecify.annotations.NullMarked;
