package dev.gatehouse.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.gatehouse.history.AuditReport;
import dev.gatehouse.history.AuditVerifier;
import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what {@link LedgerWriter} wrote, line by line, without a database; also its format 1.
 *
 * <p>Strict: a line that the writer would have written differently by one character is a finding.
 * Not thread-safe; one use each.
 */
public final class LedgerReader {
  /** A line of an exported ledger is not as it was written. */
  public static final ReasonCode LINE_ALTERED = ReasonCode.of("ledger-line-altered");

  private static final ObjectReader LINE = DomainMapper.MAPPER.readerFor(LedgerLine.class);

  private final BufferedReader in;
  private final String name;
  private long number;
  private boolean formatOne;

  /**
   * Creates a reader; the caller closes the stream.
   *
   * @param name the file's name, for findings
   */
  public LedgerReader(InputStream in, String name) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1), 1 << 16);
    this.name = name;
  }

  /** Verifies the whole ledger. */
  public AuditReport verify() throws IOException {
    AuditVerifier verifier = new AuditVerifier(HistoryJson::forgotten);
    Optional<Reason> damage = read(verifier);
    AuditReport report = verifier.report();
    return new AuditReport(
        report.entries(),
        report.promotions(),
        report.checkpoints(),
        report.forgotten(),
        verifier.firstBadRow().or(() -> damage).or(report::firstBad));
  }

  /**
   * Shows the visitor the ledger up to the first line that is not as it was written.
   *
   * @return the finding about that line, or empty when every line is as it was written
   */
  public Optional<Reason> read(LedgerVisitor visitor) throws IOException {
    try {
      LedgerLine.Ledger counts = next(LedgerLine.Ledger.class);
      if (counts.format() != LedgerWriter.FORMAT) {
        throw new AlteredLineException();
      }
      List<Checkpoint> checkpoints = new ArrayList<>();
      for (long i = 0; i < counts.checkpoints(); i++) {
        checkpoints.add(next(LedgerLine.Checkpoint.class).value());
      }
      Map<StreamId, ChainHead> heads = new LinkedHashMap<>();
      String before = "";
      for (long i = 0; i < counts.streams(); i++) {
        LedgerLine.Head head = next(LedgerLine.Head.class);
        if (head.stream().compareTo(before) <= 0) {
          throw new AlteredLineException();
        }
        before = head.stream();
        heads.put(StreamId.parse(head.stream()), head.value());
      }
      visitor.begin(checkpoints, heads);
      for (long i = 0; i < counts.entries(); i++) {
        visitor.entry(next(LedgerLine.Entry.class).value());
      }
      return in.readLine() == null ? Optional.empty() : Optional.of(finding(number + 1));
    } catch (AlteredLineException | InvalidConfigurationException e) {
      return Optional.of(finding(number));
    }
  }

  private <T extends LedgerLine> T next(Class<T> kind) throws IOException, AlteredLineException {
    number++;
    String text = line();
    LedgerLine line = parse(text);
    if (!kind.isInstance(line) || !LedgerWriter.LINE.writeValueAsString(line).equals(text)) {
      throw new AlteredLineException();
    }
    return kind.cast(line);
  }

  private String line() throws IOException, AlteredLineException {
    String text = in.readLine();
    if (text == null) {
      throw new AlteredLineException();
    }
    formatOne |= number == 1 && FormatOne.isFirst(text);
    return formatOne ? FormatOne.upgraded(text).orElseThrow(AlteredLineException::new) : text;
  }

  private static LedgerLine parse(String text) throws AlteredLineException {
    try {
      return LINE.readValue(text);
    } catch (JsonProcessingException e) {
      throw new AlteredLineException();
    }
  }

  private Reason finding(long line) {
    return new Reason(
        LINE_ALTERED,
        "This line is missing, was added, or is not the one that was written.",
        name + ", line " + line,
        "Export the ledger again, and compare both files; if a later version wrote it, verify with that version.");
  }

  private static final class AlteredLineException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
