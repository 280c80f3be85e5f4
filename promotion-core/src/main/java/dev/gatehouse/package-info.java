/**
 * The tour of the core: a change is assessed ({@code risk}), planned ({@code plan}), gated ({@code
 * gate}), decided ({@code promotion}) and driven ({@code engine}); start reading at {@code
 * api.Promotions}.
 */
@NullMarked
package dev.gatehouse;

import org.jspecify.annotations.NullMarked;
