package dev.gatehouse.gate;

import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.Subject;
import dev.gatehouse.stage.TargetName;

/** Returns whether a fact is about what a gate judges; pure. */
final class SubjectMatch {
  private SubjectMatch() {}

  /** A fact without a subject is about the change of the promotion that it was recorded with. */
  static boolean isOurs(Evidence fact, GateContext context) {
    return fact.about().map(subject -> isOurs(subject, context)).orElse(true);
  }

  private static boolean isOurs(Subject subject, GateContext context) {
    return subject.application().equals(context.plan().change().application())
        && subject.stage().map(context.plan().stage()::equals).orElse(true)
        && subject.target().map(name -> isInWave(name, context)).orElse(true)
        && subject.revision().map(commit -> isOurs(commit, subject, context)).orElse(true)
        && subject.digest().map(digest -> has(context.plan().change(), digest)).orElse(true);
  }

  private static boolean isInWave(TargetName name, GateContext context) {
    return context.wave().targets().contains(name);
  }

  /** Either the source of the change, or what was written for it. */
  private static boolean isOurs(Revision commit, Subject subject, GateContext context) {
    return isSource(context.plan().change(), commit.value())
        || context.written().entrySet().stream()
            .filter(entry -> subject.target().map(entry.getKey()::equals).orElse(true))
            .anyMatch(entry -> entry.getValue().equals(commit));
  }

  /** Returns whether a statement about this digest or commit is about this change. */
  static boolean isStated(Change change, String digestOrCommit) {
    return isSource(change, digestOrCommit) || has(change, digestOrCommit);
  }

  private static boolean isSource(Change change, String commit) {
    return change.source().map(source -> source.value().equals(commit)).orElse(false);
  }

  private static boolean has(Change change, String digest) {
    return change.artifacts().stream()
        .flatMap(artifact -> artifact.digest().stream())
        .anyMatch(digest::equals);
  }
}
