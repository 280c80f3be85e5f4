package dev.gatehouse.history;

import java.util.Locale;

/** Finds the tag of an event by the name of its record; pure and thread-safe. */
final class EventTypes {
  private static final ClassValue<PromotionEvent.Type> BY_RECORD =
      new ClassValue<>() {
        @Override
        protected PromotionEvent.Type computeValue(Class<?> type) {
          String name = type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_");
          return PromotionEvent.Type.valueOf(name.toUpperCase(Locale.ROOT));
        }
      };

  private EventTypes() {}

  static PromotionEvent.Type of(Class<? extends PromotionEvent> type) {
    return BY_RECORD.get(type);
  }
}
