package dev.gatehouse.app.view;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.promotion.Promotion;

/** Where a promotion stands, in the one word that a person and an exit code need. */
public enum Standing {
  DONE(Exit.DONE),
  GOING(Exit.UNFINISHED),
  ABORTING(Exit.UNFINISHED),
  HELD(Exit.HELD),
  REFUSED(Exit.REFUSED),
  FAILED(Exit.REFUSED),
  ABORTED(Exit.REFUSED);

  private final Exit exit;

  Standing(Exit exit) {
    this.exit = exit;
  }

  /** Returns where this promotion stands. */
  public static Standing of(Promotion promotion) {
    if (promotion.phase().isFinal()) {
      return promotion.phase() == PromotionPhase.SUCCEEDED
          ? DONE
          : promotion.phase() == PromotionPhase.ABORTED ? ABORTED : FAILED;
    }
    if (promotion.stop() == Promotion.Stop.ABORT) {
      return ABORTING;
    }
    if (promotion.isRefused()) {
      return REFUSED;
    }
    boolean asked = promotion.stop() == Promotion.Stop.ASKED;
    boolean overdue = promotion.stop() == Promotion.Stop.NONE && !promotion.overdue().isEmpty();
    return asked || overdue || !promotion.holding().isEmpty() ? HELD : GOING;
  }

  /** Returns how a command ends that did what it was asked for, whatever comes next by itself. */
  public Exit exitWhenAsked() {
    return this == GOING ? Exit.DONE : exit;
  }

  /** Returns how a command ends that shows or waits for the end. */
  public Exit exit() {
    return exit;
  }

  /** Returns the word in lower case, as JSON has it. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Returns the word in its colour. */
  public String colored(Ink ink) {
    return switch (exit) {
      case DONE, UNFINISHED -> ink.green(name());
      case HELD -> ink.yellow(name());
      default -> ink.red(name());
    };
  }
}
