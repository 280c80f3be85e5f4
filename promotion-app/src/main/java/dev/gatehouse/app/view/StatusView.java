package dev.gatehouse.app.view;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.promotion.PromotionStatus;

/** Turns a {@link PromotionStatus} into what a command needs: exit code and colour. */
final class StatusView {
  private StatusView() {}

  /** Returns how a command ends that did what it was asked for, whatever happens next. */
  static Exit exitWhenAsked(PromotionStatus status) {
    return status == PromotionStatus.GOING ? Exit.DONE : exit(status);
  }

  /** Returns how a command ends that shows or waits for the end. */
  static Exit exit(PromotionStatus status) {
    return switch (status) {
      case DONE -> Exit.DONE;
      case GOING, ABORTING -> Exit.UNFINISHED;
      case HELD -> Exit.HELD;
      case REFUSED, FAILED, ABORTED -> Exit.REFUSED;
    };
  }

  /** Returns the word in its colour. */
  static String colored(PromotionStatus status, Ink ink) {
    return switch (status) {
      case DONE, GOING, ABORTING -> ink.green(status.name());
      case HELD -> ink.yellow(status.name());
      case REFUSED, FAILED, ABORTED -> ink.red(status.name());
    };
  }
}
