package dev.gatehouse.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;

/**
 * A summary of a promotion to JSON text and back; the same summary gives the same text.
 * Thread-safe.
 */
public final class SummaryJson {
  /** The refusal of a summary that this version cannot read. */
  public static final ReasonCode UNREADABLE = ReasonCode.of("unreadable-summary");

  private static final ObjectWriter WRITER = DomainMapper.MAPPER.writerFor(PromotionSummary.class);
  private static final ObjectReader READER = DomainMapper.MAPPER.readerFor(PromotionSummary.class);

  private SummaryJson() {}

  /** Returns the text. */
  public static String text(PromotionSummary summary) {
    try {
      return WRITER.writeValueAsString(summary);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a summary that cannot be written: " + summary, e);
    }
  }

  /**
   * Returns the summary.
   *
   * @throws PlatformException if the text is damaged
   */
  public static PromotionSummary read(String text) {
    try {
      return READER.readValue(text);
    } catch (JsonProcessingException e) {
      throw new PlatformException(
          new Reason(
              UNREADABLE,
              "A summary in the ledger cannot be read: it is damaged.",
              "ledger, promotion_summary",
              "Verify the ledger. If nothing else is altered, rebuild the summaries (audit rebuild):"
                  + " they are made again from the events.",
              new NextStep.VerifyLedger()),
          e);
    }
  }
}
