package dev.gatehouse.git.remote;

/** What became of a push. */
public sealed interface PushOutcome {

  /** The remote says that the branch now points at our commit. */
  record Accepted() implements PushOutcome {}

  /**
   * Someone else moved the branch, or holds its lock; nothing of ours was written.
   *
   * @param said the remote's words
   */
  record Raced(String said) implements PushOutcome {}

  /**
   * The remote does not want this push, in words that are known to be final until a person acts: a
   * protected branch, a right that is missing, a policy.
   *
   * @param said the remote's words, without secrets
   */
  record Rejected(String said) implements PushOutcome {}

  /**
   * The remote refused the push in words that prove nothing: a race, an outage or a policy.
   *
   * @param said the remote's words, without secrets
   */
  record Unclear(String said) implements PushOutcome {}

  /**
   * The remote did not answer: the push may have happened or not.
   *
   * @param why what went wrong, without secrets
   */
  record Unknown(String why) implements PushOutcome {}

  /** Returns what the words of a remote that refused a push prove. */
  static PushOutcome meaning(String said) {
    if (RemoteWords.areOfARace(said)) {
      return new Raced(said);
    }
    return RemoteWords.areFinal(said) ? new Rejected(said) : new Unclear(said);
  }

  /** Returns the outcome of a push that broke off with these words. */
  static PushOutcome failure(String why) {
    PushOutcome words = meaning(why);
    return words instanceof Unclear ? new Unknown(why) : words;
  }
}
