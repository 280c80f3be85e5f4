package dev.gatehouse.argo;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.live.Expectation;
import dev.gatehouse.argo.live.SourceMatch;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.change.Revision;
import dev.gatehouse.spi.Ancestry;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Target;
import java.util.List;
import java.util.regex.Pattern;

/** A written revision in the words of Argo CD. */
record ArgoRevision(WrittenRevision written, ArgoApplication rules, ApplicationRef ref) {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");

  static ArgoRevision of(WrittenRevision written) {
    return new ArgoRevision(written, rules(written.target()), ref(written.target()));
  }

  static ArgoApplication rules(Target target) {
    return ArgoApplication.following(target).orElseThrow(() -> ArgoReasons.noApplication(target));
  }

  static ApplicationRef ref(Target target) {
    ArgoApplication rules = rules(target);
    return new ApplicationRef(rules.name(), rules.project(), rules.namespace());
  }

  /** Our id of the operation: it outlives this process in the application itself. */
  String operation() {
    return written.promotion() + "/" + written.target().name();
  }

  String revision() {
    return written.revision().value();
  }

  /** What the watch and the memory of this process know it by. */
  String key() {
    return operation() + "@" + revision();
  }

  /** Returns whether these revisions, one of each source, have ours where it belongs. */
  boolean isAt(List<String> revisions, int source) {
    return source >= 0 && source < revisions.size() && revisions.get(source).equals(revision());
  }

  /** Returns whether these revisions have ours where it belongs, or a newer one that counts. */
  boolean holds(List<String> revisions, int source, Ancestry ancestry) {
    return isAt(revisions, source)
        || (source >= 0 && source < revisions.size() && counts(revisions.get(source), ancestry));
  }

  Expectation expectation(SourceMatch match, Ancestry ancestry) {
    return new Expectation(rules, revision(), operation(), match, other -> counts(other, ancestry));
  }

  private boolean counts(String other, Ancestry ancestry) {
    if (rules.newer() == ArgoApplication.Newer.REFUSED || !COMMIT.matcher(other).matches()) {
      return false;
    }
    return switch (ancestry.relation(written.target(), new Revision(other), written.revision())) {
      case SAME, KEEPS_FOLDER -> true;
      case CHANGES_FOLDER -> rules.newer() == ArgoApplication.Newer.ANY;
      case UNRELATED -> false;
    };
  }

  /** Finds the sources that are the target's. */
  SourceMatch match(Application application) {
    return SourceMatch.of(application, written.target());
  }
}
