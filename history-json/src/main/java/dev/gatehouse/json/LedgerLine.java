package dev.gatehouse.json;

import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.StreamId;
import java.time.Instant;

/** One line of an exported ledger. */
sealed interface LedgerLine {
  /** The kind of line, in the order in which they stand in the file. */
  enum Row {
    LEDGER,
    CHECKPOINT,
    HEAD,
    ENTRY
  }

  Row row();

  /** The first line: how many of the others there are. */
  record Ledger(int format, long checkpoints, long streams, long entries) implements LedgerLine {
    @Override
    public Row row() {
      return Row.LEDGER;
    }
  }

  /** A checkpoint. */
  record Checkpoint(
      long number, Instant at, long entries, String rowsHash, String previousHash, String hash)
      implements LedgerLine {
    static LedgerLine of(dev.gatehouse.history.Checkpoint c) {
      return new Checkpoint(
          c.number(), c.at(), c.entries(), c.rowsHash(), c.previousHash(), c.hash());
    }

    dev.gatehouse.history.Checkpoint value() {
      return new dev.gatehouse.history.Checkpoint(
          number, at, entries, rowsHash, previousHash, hash);
    }

    @Override
    public Row row() {
      return Row.CHECKPOINT;
    }
  }

  /** The end of one stream's chain; {@code stream} is its {@link StreamId#key}. */
  record Head(String stream, long version, String hash) implements LedgerLine {
    ChainHead value() {
      return new ChainHead(version, hash);
    }

    @Override
    public Row row() {
      return Row.HEAD;
    }
  }

  /** A row. */
  record Entry(String stream, long version, String payload, String previousHash, String hash)
      implements LedgerLine {
    static LedgerLine of(LedgerEntry e) {
      return new Entry(e.stream().key(), e.version(), e.payload(), e.previousHash(), e.hash());
    }

    LedgerEntry value() {
      return new LedgerEntry(StreamId.parse(stream), version, payload, previousHash, hash);
    }

    @Override
    public Row row() {
      return Row.ENTRY;
    }
  }
}
