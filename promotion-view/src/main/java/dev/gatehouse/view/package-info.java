/**
 * Promotions, plans and reasons as data, the same for every host; start at {@link
 * dev.gatehouse.view.PromotionFields}.
 */
@NullMarked
package dev.gatehouse.view;

import org.jspecify.annotations.NullMarked;
