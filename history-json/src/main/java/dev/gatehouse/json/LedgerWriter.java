package dev.gatehouse.json;

import com.fasterxml.jackson.databind.ObjectWriter;
import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.StreamId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a ledger as JSON lines: a line with counts, then the checkpoints, the end of every chain,
 * and every row. Keeps no row; does not close the writer. Not thread-safe.
 *
 * <p>Throws {@link UncheckedIOException} when the writer does.
 */
public final class LedgerWriter implements LedgerVisitor {
  static final int FORMAT = 2;
  static final ObjectWriter LINE = DomainMapper.MAPPER.writerFor(LedgerLine.class);

  private final Writer out;

  /** Creates a writer of lines to this one. */
  public LedgerWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(List<Checkpoint> checkpoints, Map<StreamId, ChainHead> heads) {
    long entries = heads.values().stream().mapToLong(ChainHead::version).sum();
    line(new LedgerLine.Ledger(FORMAT, checkpoints.size(), heads.size(), entries));
    checkpoints.forEach(checkpoint -> line(LedgerLine.Checkpoint.of(checkpoint)));
    Map<String, ChainHead> sorted = new TreeMap<>();
    heads.forEach((id, head) -> sorted.put(id.key(), head));
    sorted.forEach((id, head) -> line(new LedgerLine.Head(id, head.version(), head.hash())));
  }

  @Override
  public void entry(LedgerEntry entry) {
    line(LedgerLine.Entry.of(entry));
  }

  private void line(LedgerLine line) {
    try {
      out.write(LINE.writeValueAsString(line));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
