/** What the analysis runs of an application prove about one revision; pure. */
@NullMarked
package dev.gatehouse.argo.analysis;

import org.jspecify.annotations.NullMarked;
