package dev.gatehouse.argo.live;

import dev.gatehouse.argocd.model.Operation;
import dev.gatehouse.argocd.model.OperationState;
import dev.gatehouse.argocd.model.PhaseCode;
import dev.gatehouse.argocd.model.ResourceResult;
import dev.gatehouse.argocd.model.ResourceStatus;
import dev.gatehouse.reason.SafeText;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says what an answer shows; what a server wrote is cut, for it may be of any length. */
final class Wording {
  private static final int LONGEST = 300;
  private static final int NAMED = 3;

  private Wording() {}

  static String brief(String revision) {
    return revision.length() > 8 ? revision.substring(0, 8) : revision;
  }

  static String cut(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return SafeText.cut(line, LONGEST);
  }

  /** Ends what a server wrote with a full stop, for more may follow. */
  static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  static String starter(OperationState state) {
    return state.operation().map(Wording::starter).orElse("an unknown user");
  }

  static String starter(Operation operation) {
    Operation.Initiator by = operation.initiatedBy();
    return by.automated() ? "Argo CD itself" : cut(by.username().orElse("an unknown user"));
  }

  static String message(OperationState state) {
    return state.message().map(text -> ": " + cut(text)).orElse("");
  }

  /**
   * Names the first few hooks and objects that a sync has failed at: the controller's own message
   * gives reasons of objects only, and names no hook.
   */
  static String failures(OperationState state) {
    List<ResourceResult> found =
        state.syncResult().stream()
            .flatMap(result -> result.resources().stream())
            .filter(Wording::isFailed)
            .toList();
    String names =
        found.stream().limit(NAMED).map(Wording::failure).collect(Collectors.joining(", "));
    String more = found.size() > NAMED ? " and " + (found.size() - NAMED) + " more" : "";
    return found.isEmpty() ? "" : "; failed: " + names + more;
  }

  private static boolean isFailed(ResourceResult result) {
    return result.phase() == PhaseCode.FAILED
        || result.phase() == PhaseCode.ERROR
        || result.status().equals("SyncFailed");
  }

  private static String failure(ResourceResult result) {
    String object = cut(result.kind() + " " + result.name());
    String said = result.message().isBlank() ? "" : " (" + cut(result.message()) + ")";
    return result.isHook() ? cut(result.hookType()) + " hook " + object + said : object;
  }

  /** Names the first few objects of which something is so. */
  static String objects(List<ResourceStatus> resources, Predicate<ResourceStatus> which) {
    List<ResourceStatus> found = resources.stream().filter(which).toList();
    String names =
        found.stream()
            .limit(NAMED)
            .map(object -> cut(object.kind() + " " + object.name()))
            .collect(Collectors.joining(", "));
    return found.size() > NAMED ? names + " and " + (found.size() - NAMED) + " more" : names;
  }
}
