/**
 * One suite for each port; anyone who implements the port extends it; start at {@link
 * dev.gatehouse.testkit.contract.HistoryStoreContractTest}.
 */
@NullMarked
package dev.gatehouse.testkit.contract;

import org.jspecify.annotations.NullMarked;
