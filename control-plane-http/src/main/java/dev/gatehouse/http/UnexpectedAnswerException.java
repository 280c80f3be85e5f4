package dev.gatehouse.http;

import java.io.IOException;

/**
 * An answer was read but is not what was asked for; the message is ours and holds nothing of it.
 */
public final class UnexpectedAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a message that holds nothing secret. */
  public UnexpectedAnswerException(String message) {
    super(message);
  }
}
