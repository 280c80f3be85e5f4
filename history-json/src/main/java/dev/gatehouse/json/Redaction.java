package dev.gatehouse.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.change.SensitiveField;
import dev.gatehouse.history.Forgetting;
import dev.gatehouse.history.HashChain;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Removes a value from the texts of an ended promotion; what every store does before it forgets.
 *
 * <p>Only texts that people read are changed: no gate and no later promotion reads them. Pure and
 * thread-safe.
 *
 * @param rows the rows with their new payloads; their hashes are the old ones
 * @param event what vouches for the new payloads
 */
public record Redaction(List<LedgerEntry> rows, Recorded event) {
  /** The promotion continues, so its plan and its signatures must stay. */
  public static final ReasonCode NOT_ENDED = ReasonCode.of("forget-not-ended");

  /** The value is not in the texts of the promotion, or is too short. */
  public static final ReasonCode NOTHING = ReasonCode.of("forget-nothing");

  /** The value is in a place that later promotions decide by. */
  public static final ReasonCode NEEDED = ReasonCode.of("forget-needed");

  private static final int SHORTEST = 4;
  private static final String ITEM = "[]";
  private static final String CUT = "…";

  /** The properties that hold texts for people. */
  private static final Set<String> TEXTS =
      Set.of(
          "title",
          "comment",
          "why",
          "because",
          "justification",
          "typed",
          "before",
          "after",
          "what",
          "where",
          "next",
          "sentence",
          "blocker",
          "detail",
          "link",
          "evidence" + ITEM);

  /** Copies the list. */
  public Redaction {
    rows = List.copyOf(rows);
  }

  /**
   * Returns the redaction of a whole history.
   *
   * @param history all rows of the promotion in order
   * @throws InvalidConfigurationException if it is refused
   */
  public static Redaction of(List<LedgerEntry> history, Forgetting wish) {
    boolean ended =
        history.stream()
            .anyMatch(row -> HistoryJson.read(row).event() instanceof PromotionEvent.Ended);
    if (!ended) {
      throw refused(
          NOT_ENDED,
          "Values of a promotion that has not ended cannot be forgotten: its plan is signed as it"
              + " is.",
          wish,
          "Wait until it has ended, or abort it.");
    }
    if (wish.value().length() < SHORTEST) {
      throw refused(
          NOTHING,
          "The value has fewer than " + SHORTEST + " characters, which may be part of anything.",
          wish,
          "Give the whole value.");
    }
    List<LedgerEntry> changed = new ArrayList<>();
    for (LedgerEntry row : history) {
      if (HistoryJson.forgotten(row).isEmpty()) {
        redacted(row, wish).ifPresent(changed::add);
      }
    }
    if (changed.isEmpty()) {
      throw new InvalidConfigurationException(
          new Reason(
              NOTHING,
              "The value is in no text of this promotion.",
              where(wish),
              "Check the value and the promotion; an export of the ledger shows all rows.",
              new NextStep.ExportLedger()));
    }
    return new Redaction(changed, event(history, changed, wish));
  }

  private static Recorded event(
      List<LedgerEntry> history, List<LedgerEntry> changed, Forgetting wish) {
    List<PromotionEvent.Forgotten.Row> rows =
        changed.stream()
            .map(
                row ->
                    new PromotionEvent.Forgotten.Row(
                        row.version(), row.hash(), HashChain.digest(row.payload())))
            .toList();
    String why = wish.why().replace(wish.value(), SensitiveField.HIDDEN);
    return new Recorded(
        wish.promotion(),
        history.get(history.size() - 1).version() + 1,
        wish.at(),
        wish.by(),
        new PromotionEvent.Forgotten(rows, why));
  }

  private static Optional<LedgerEntry> redacted(LedgerEntry row, Forgetting wish) {
    try {
      JsonNode payload = DomainMapper.MAPPER.readTree(row.payload());
      JsonNode before = payload.deepCopy();
      hide(payload, "", wish);
      if (payload.equals(before)) {
        return Optional.empty();
      }
      LedgerEntry changed =
          new LedgerEntry(
              row.stream(),
              row.version(),
              DomainMapper.MAPPER.writeValueAsString(payload),
              row.previousHash(),
              row.hash());
      HistoryJson.read(changed);
      return Optional.of(changed);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row that was read before", e);
    }
  }

  private static void hide(JsonNode node, String path, Forgetting wish) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        String here = path + "/" + name;
        each(object.get(name), name, here, wish, text -> object.set(name, text));
      }
    }
  }

  private static void each(
      JsonNode value, String name, String path, Forgetting wish, Consumer<TextNode> replace) {
    if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        each(array.get(i), name + ITEM, path + "/" + i, wish, item(array, i));
      }
    } else if (value.isTextual()
        && !hidden(value.textValue(), wish.value()).equals(value.textValue())) {
      if (!TEXTS.contains(name)) {
        throw refused(
            NEEDED,
            "The value is in a place that later promotions decide by: " + path + ".",
            wish,
            "Withdraw the value where it is used, so that its record is harmless.");
      }
      replace.accept(TextNode.valueOf(hidden(value.textValue(), wish.value())));
    } else {
      hide(value, path, wish);
    }
  }

  /** A text that was shortened may end with the beginning of the value. */
  private static String hidden(String text, String value) {
    String without = text.replace(value, SensitiveField.HIDDEN);
    if (without.endsWith(CUT)) {
      String kept = without.substring(0, without.length() - CUT.length());
      for (int length = value.length() - 1; length >= SHORTEST; length--) {
        if (kept.endsWith(value.substring(0, length))) {
          return kept.substring(0, kept.length() - length) + SensitiveField.HIDDEN + CUT;
        }
      }
    }
    return without;
  }

  private static Consumer<TextNode> item(ArrayNode array, int at) {
    return text -> array.set(at, text);
  }

  private static InvalidConfigurationException refused(
      ReasonCode code, String what, Forgetting wish, String next) {
    return new InvalidConfigurationException(new Reason(code, what, where(wish), next));
  }

  private static String where(Forgetting wish) {
    return "promotion " + wish.promotion();
  }
}
