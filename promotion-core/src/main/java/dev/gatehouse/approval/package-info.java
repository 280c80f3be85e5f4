/** Who agreed to which plan; start at {@link dev.gatehouse.approval.Approval}. */
@NullMarked
package dev.gatehouse.approval;

import org.jspecify.annotations.NullMarked;
