/**
 * How promotions, plans and reasons look, for people as lines and for programs as JSON fields;
 * start at {@link dev.gatehouse.app.view.PromotionView}.
 */
@NullMarked
package dev.gatehouse.app.view;

import org.jspecify.annotations.NullMarked;
