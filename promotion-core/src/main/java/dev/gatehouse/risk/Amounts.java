package dev.gatehouse.risk;

import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.ManifestNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares Kubernetes quantities, such as {@code 500m} and {@code 2Gi}. */
final class Amounts {
  private static final Pattern QUANTITY =
      Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?)(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi|%)?");
  private static final Map<String, BigDecimal> UNITS =
      Map.ofEntries(
          Map.entry("m", new BigDecimal("0.001")),
          Map.entry("%", BigDecimal.ONE),
          Map.entry("k", BigDecimal.valueOf(1_000L)),
          Map.entry("M", BigDecimal.valueOf(1_000_000L)),
          Map.entry("G", BigDecimal.valueOf(1_000_000_000L)),
          Map.entry("T", BigDecimal.valueOf(1_000_000_000_000L)),
          Map.entry("P", BigDecimal.valueOf(1_000_000_000_000_000L)),
          Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
          Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
          Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
          Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
          Map.entry("Pi", BigDecimal.valueOf(1L << 50)));

  private Amounts() {}

  static Optional<BigDecimal> of(Optional<ManifestNode> node) {
    Matcher matcher = QUANTITY.matcher(node.map(ManifestNode::text).orElse(""));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<String> unit = Optional.ofNullable(matcher.group(2));
    return Optional.of(
        new BigDecimal(matcher.group(1))
            .multiply(
                unit.map(name -> UNITS.getOrDefault(name, BigDecimal.ONE)).orElse(BigDecimal.ONE)));
  }

  /** Returns whether it gets smaller; an amount that cannot be read counts as smaller. */
  static boolean shrinks(FieldChange field) {
    return isBelow(field.after(), field.before());
  }

  /** Returns whether it gets larger; an amount that cannot be read counts as larger. */
  static boolean grows(FieldChange field) {
    return isBelow(field.before(), field.after());
  }

  /** Returns whether at least this share of it is lost, such as {@code 0.5}. */
  static boolean loses(FieldChange field, String share) {
    Optional<BigDecimal> before = of(field.before());
    Optional<BigDecimal> after = of(field.after());
    if (before.isEmpty() || after.isEmpty()) {
      return field.before().isPresent() && field.after().isPresent();
    }
    BigDecimal left = before.get().multiply(BigDecimal.ONE.subtract(new BigDecimal(share)));
    return after.get().compareTo(before.get()) < 0 && after.get().compareTo(left) <= 0;
  }

  private static boolean isBelow(Optional<ManifestNode> low, Optional<ManifestNode> high) {
    Optional<BigDecimal> less = of(low);
    Optional<BigDecimal> more = of(high);
    if (less.isEmpty() || more.isEmpty()) {
      return low.isPresent() && high.isPresent();
    }
    return less.get().compareTo(more.get()) < 0;
  }
}
