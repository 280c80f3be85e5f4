package dev.gatehouse.view;

import dev.gatehouse.api.Listing;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.Wait;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of promotions as data. */
public final class PromotionListFields {
  private PromotionListFields() {}

  /**
   * Returns the fields; {@code next} is the promotion after which the next page begins, or null.
   *
   * @param waits what each promotion waits for
   */
  public static Map<String, @Nullable Object> of(
      Listing.Shown<Promotion> page, Function<Promotion, List<Wait>> waits, StepWording words) {
    return Fields.of("outcome", "done")
        .and(
            "promotions",
            page.items().stream()
                .map(promotion -> PromotionFields.of(promotion, waits.apply(promotion), words))
                .toList())
        .and("next", page.next())
        .map();
  }
}
