package dev.gatehouse.app.argo;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.live.SourceMatch;
import dev.gatehouse.argo.live.SyncedAndHealthy;
import dev.gatehouse.argocd.client.ArgoCdClient;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.ApplicationSource;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks an Argo CD whether a promotion could make a target live there.
 *
 * @param hold why nothing can go live there now, such as a closed sync window
 */
record TargetCheck(
    ArgoCdClient client, Target target, ArgoApplication rules, Optional<Reason> hold) {
  static final ReasonCode RIGHT_MISSING = ReasonCode.of("argo-right-missing");
  static final ReasonCode OTHER_SYNC = ReasonCode.of("argo-other-sync");
  static final ReasonCode HYDRATED = ReasonCode.of("argo-source-hydrator");
  static final ReasonCode NO_SOURCE = ReasonCode.of("argo-no-source");

  private static final String ONLY_FOR_REVISIONS =
      "not given; needed only where argocd-cm (3.2 and later) says"
          + " application.sync.requireOverridePrivilegeForRevisionSync: \"true\"";

  ApplicationRef ref() {
    return ArgoNames.ref(rules);
  }

  List<Finding> look() {
    Findings findings = new Findings();
    Optional<Application> found =
        findings.answer("application", () -> client.applications().get(ref()));
    found.ifPresent(
        application -> {
          findings.add(Finding.good("application", standing(application)));
          findings.add(autoSync(application));
          SyncedAndHealthy.degraded(application)
              .ifPresent(ill -> findings.add(Finding.note("health", before(ill.what()))));
          findings.add(source(application));
        });
    hold.ifPresent(reason -> findings.add(Finding.note("sync window", reason.what())));
    boolean autoSync = found.map(Application::isAutoSyncOn).orElse(false);
    for (String verb : verbs(autoSync)) {
      right(findings, "applications", verb, ref().toString());
    }
    if (!verbs(autoSync).equals(List.of("get"))) {
      right(findings, "projects", "get", rules.project());
    }
    if (rules.sync() == ArgoApplication.Sync.REQUESTED) {
      override(findings);
    }
    return findings.list();
  }

  private List<String> verbs(boolean autoSync) {
    List<String> verbs = new ArrayList<>(List.of("get"));
    if (rules.sync() == ArgoApplication.Sync.PINNED) {
      verbs.add("update");
    }
    if (rules.sync() == ArgoApplication.Sync.REQUESTED
        || (rules.sync() == ArgoApplication.Sync.PINNED && !autoSync)) {
      verbs.add("sync");
    }
    return verbs;
  }

  private void right(Findings findings, String resource, String verb, String object) {
    String about = "right " + verb + " " + resource;
    findings
        .answer(about, () -> client.account().canI(resource, verb, object))
        .ifPresent(
            may ->
                findings.add(
                    may
                        ? Finding.good(about, object)
                        : Finding.bad(about, missing(resource, verb, object))));
  }

  /** Whether the server wants this right cannot be seen in its settings. */
  private void override(Findings findings) {
    String about = "right override applications";
    String object = ref().toString();
    findings
        .answer(about, () -> client.account().canI("applications", "override", object))
        .ifPresent(
            may ->
                findings.add(
                    may ? Finding.good(about, object) : Finding.note(about, ONLY_FOR_REVISIONS)));
  }

  private static String before(String ill) {
    return ill
        + " A promotion waits for it to become healthy until its deadline, and does not take this"
        + " for its own effect.";
  }

  private static String standing(Application application) {
    return "%s, %s"
        .formatted(application.status().sync().status(), application.status().health().status());
  }

  private Finding autoSync(Application application) {
    boolean on = application.isAutoSyncOn();
    String seen = "automatic sync is " + (on ? "on" : "off");
    return switch (rules.sync()) {
      case AUTOMATIC ->
          on
              ? Finding.good("sync", seen)
              : wrong(seen, "Switch it on in the application, or write `sync: requested`.");
      case REQUESTED ->
          on
              ? wrong(seen, "Switch it off in the application, or write `sync: automatic`.")
              : Finding.good("sync", seen);
      case PINNED -> Finding.good("sync", seen);
    };
  }

  private Finding wrong(String seen, String next) {
    String word = rules.sync().name().toLowerCase(java.util.Locale.ROOT);
    return Finding.bad(
        "sync", reason(OTHER_SYNC, "The target says sync: " + word + ", but " + seen + ".", next));
  }

  private Finding source(Application application) {
    if (application.spec().sourceHydrator().isPresent()) {
      return Finding.bad(
          "source",
          reason(
              HYDRATED,
              "The application has a `sourceHydrator`: Argo CD syncs commits that it makes itself.",
              "Name an application with a plain source, or write `argo: none` at the target."));
    }
    SourceMatch match = SourceMatch.of(application, target);
    Optional<SourceMatch.Difference> unpinnable =
        rules.sync() == ArgoApplication.Sync.PINNED
            ? match.unpinnable(application, target)
            : Optional.empty();
    return match
        .difference()
        .or(() -> unpinnable)
        .map(other -> Finding.bad("source", reason(NO_SOURCE, other.what(), other.next())))
        .orElseGet(() -> good(application, match));
  }

  private static Finding good(Application application, SourceMatch match) {
    ApplicationSource source = application.spec().allSources().get(match.index());
    String left = match.leftAlone(application);
    return Finding.good(
        "source",
        source.repoUrl()
            + source.path().map(path -> ", " + path).orElse(", no path")
            + (left.isEmpty() ? "" : "; not moved: " + left));
  }

  private Reason missing(String resource, String verb, String object) {
    return reason(
        RIGHT_MISSING,
        "Our token may not %s %s.".formatted(verb, resource),
        "Give its account or role: p, <role>, %s, %s, %s, allow".formatted(resource, verb, object));
  }

  private Reason reason(ReasonCode code, String what, String next) {
    return new Reason(code, what, "application " + ref(), next);
  }
}
