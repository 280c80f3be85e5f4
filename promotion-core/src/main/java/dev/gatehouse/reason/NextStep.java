package dev.gatehouse.reason;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that a reader can do next, as a value that each front end words for its users.
 *
 * <p>A command prints the line to type, a page shows a button, a log a link. An empty promotion
 * means the one that the reason is about; {@link #of(String)} fills it in.
 */
public sealed interface NextStep {
  /** The kind of step; one constant per record. */
  enum Kind {
    WAIT_UNTIL,
    APPROVE,
    ATTEST,
    WAIVE,
    CONFIRM_WAIVER,
    ABORT,
    CHOOSE_ROLLBACK,
    PROMOTE,
    SHOW,
    LIST_OPEN,
    DRIVE,
    VERIFY_LEDGER,
    EXPORT_LEDGER,
    START_FILE
  }

  /** Returns the kind. */
  Kind kind();

  /** Returns this step for the named promotion where it is about one that is not named yet. */
  default NextStep of(String promotion) {
    return this;
  }

  /**
   * Nothing has to be done before this time.
   *
   * @param at when it continues
   */
  record WaitUntil(Instant at) implements NextStep {
    @Override
    public Kind kind() {
      return Kind.WAIT_UNTIL;
    }
  }

  /**
   * Approve a plan.
   *
   * @param promotion the promotion; empty for the one that the reason is about
   * @param plan the first digits of the plan's hash
   * @param typed what must be typed to confirm a loss; empty when nothing
   */
  record Approve(Optional<String> promotion, String plan, Optional<String> typed)
      implements NextStep {
    @Override
    public Kind kind() {
      return Kind.APPROVE;
    }

    @Override
    public NextStep of(String id) {
      return new Approve(promotion.or(() -> Optional.of(id)), plan, typed);
    }
  }

  /**
   * Record facts.
   *
   * @param promotion the promotion; empty for the one that the reason is about
   * @param checks the checks that lack a fact
   * @param number whether each needs a number; otherwise true or false
   */
  record Attest(Optional<String> promotion, List<String> checks, boolean number)
      implements NextStep {
    /** Copies the list. */
    public Attest {
      checks = List.copyOf(checks);
    }

    @Override
    public Kind kind() {
      return Kind.ATTEST;
    }

    @Override
    public NextStep of(String id) {
      return new Attest(promotion.or(() -> Optional.of(id)), checks, number);
    }
  }

  /**
   * Lift a gate for a time, with a reason and an owner.
   *
   * @param promotion the promotion; empty for the one that the reason is about
   * @param gate the gate
   */
  record Waive(Optional<String> promotion, String gate) implements NextStep {
    @Override
    public Kind kind() {
      return Kind.WAIVE;
    }

    @Override
    public NextStep of(String id) {
      return new Waive(promotion.or(() -> Optional.of(id)), gate);
    }
  }

  /**
   * Confirm a waiver as the second person.
   *
   * @param promotion the promotion; empty for the one that the reason is about
   * @param gate the gate
   */
  record ConfirmWaiver(Optional<String> promotion, String gate) implements NextStep {
    @Override
    public Kind kind() {
      return Kind.CONFIRM_WAIVER;
    }

    @Override
    public NextStep of(String id) {
      return new ConfirmWaiver(promotion.or(() -> Optional.of(id)), gate);
    }
  }

  /**
   * Stop a promotion.
   *
   * @param promotion the promotion
   */
  record Abort(String promotion) implements NextStep {
    @Override
    public Kind kind() {
      return Kind.ABORT;
    }
  }

  /**
   * Choose how a failed promotion is rolled back: revert or fix forward.
   *
   * @param promotion the promotion
   */
  record ChooseRollback(String promotion) implements NextStep {
    @Override
    public Kind kind() {
      return Kind.CHOOSE_ROLLBACK;
    }
  }

  /**
   * Promote an application to a stage.
   *
   * @param application the application
   * @param stage the stage
   */
  record Promote(String application, String stage) implements NextStep {
    @Override
    public Kind kind() {
      return Kind.PROMOTE;
    }
  }

  /**
   * Read a promotion: its plan, what it waits for, what was given.
   *
   * @param promotion the promotion
   */
  record Show(String promotion) implements NextStep {
    @Override
    public Kind kind() {
      return Kind.SHOW;
    }
  }

  /** Read the list of open promotions. */
  record ListOpen() implements NextStep {
    @Override
    public Kind kind() {
      return Kind.LIST_OPEN;
    }
  }

  /**
   * Let a process take the steps that are due.
   *
   * @param shard the shard that it has to serve; empty for any
   */
  record Drive(Optional<String> shard) implements NextStep {
    @Override
    public Kind kind() {
      return Kind.DRIVE;
    }
  }

  /** Verify the whole ledger. */
  record VerifyLedger() implements NextStep {
    @Override
    public Kind kind() {
      return Kind.VERIFY_LEDGER;
    }
  }

  /** Export all rows of the ledger. */
  record ExportLedger() implements NextStep {
    @Override
    public Kind kind() {
      return Kind.EXPORT_LEDGER;
    }
  }

  /** Write a configuration file to start from. */
  record StartFile() implements NextStep {
    @Override
    public Kind kind() {
      return Kind.START_FILE;
    }
  }
}
