package dev.gatehouse.argo;

import dev.gatehouse.argo.analysis.AnalysisVerdict;
import dev.gatehouse.argo.analysis.SeenRun;
import dev.gatehouse.argo.live.SourceMatch;
import dev.gatehouse.argocd.client.ArgoCdClient;
import dev.gatehouse.argocd.model.AnalysisRun;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ResourceRef;
import dev.gatehouse.argocd.model.ResourceTree;
import dev.gatehouse.argocd.model.ResourceTree.Node;
import dev.gatehouse.argocd.model.Rollout;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.spi.Ancestry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the analysis runs that were created since a revision was synced: the application, its tree,
 * and each run and its rollout. Thread-safe.
 */
record AnalysisReader(Ancestry ancestry) {
  private static final String GROUP = "argoproj.io";
  private static final int MOST_RUNS = 20;

  AnalysisVerdict read(ArgoCdClient client, ArgoRevision asked) throws ApiException {
    Application application = client.applications().get(asked.ref());
    SourceMatch match = asked.match(application);
    if (match.difference().isPresent()) {
      return AnalysisVerdict.unknown(match.difference().get().what());
    }
    Optional<Instant> since = new SyncedSince(application, asked, ancestry).find(match.index());
    return since.isEmpty()
        ? AnalysisVerdict.unknown("The last sync of the application was of another revision.")
        : judged(client, asked, since.get());
  }

  private static AnalysisVerdict judged(ArgoCdClient client, ArgoRevision asked, Instant since)
      throws ApiException {
    ResourceTree tree = client.details().resourceTree(asked.ref());
    List<Node> nodes =
        tree.nodes().stream()
            .filter(node -> isOf(node, "AnalysisRun"))
            .filter(node -> node.createdAt().filter(at -> at.isBefore(since)).isEmpty())
            .sorted(Comparator.comparing(AnalysisReader::createdAt).reversed())
            .toList();
    if (nodes.size() > MOST_RUNS) {
      return AnalysisVerdict.unknown(
          "The application has %d analysis runs since %s; at most %d are read."
              .formatted(nodes.size(), since, MOST_RUNS));
    }
    return AnalysisVerdict.of(seen(client, asked, tree, nodes), since);
  }

  private static List<SeenRun> seen(
      ArgoCdClient client, ArgoRevision asked, ResourceTree tree, List<Node> nodes)
      throws ApiException {
    Map<String, Rollout> rollouts = new HashMap<>();
    List<SeenRun> runs = new ArrayList<>();
    for (Node node : nodes) {
      Optional<Node> owner = rollout(tree, node);
      if (owner.isPresent() && !rollouts.containsKey(owner.get().uid())) {
        rollouts.put(owner.get().uid(), read(client, asked, owner.get(), Rollout.class));
      }
      runs.add(
          new SeenRun(
              read(client, asked, node, AnalysisRun.class),
              owner.map(of -> rollouts.get(of.uid()))));
    }
    return runs;
  }

  /** A run of an experiment or of a hook has no rollout; when it was created is all it shows. */
  private static Optional<Node> rollout(ResourceTree tree, Node node) {
    return node.parentRefs().stream()
        .flatMap(parent -> tree.nodes().stream().filter(one -> one.uid().equals(parent.uid())))
        .filter(one -> isOf(one, "Rollout"))
        .findFirst();
  }

  private static <T> T read(ArgoCdClient client, ArgoRevision asked, Node node, Class<T> type)
      throws ApiException {
    ResourceRef object = new ResourceRef(node.group(), node.kind(), node.namespace(), node.name());
    return client.details().liveObject(asked.ref(), object, node.version(), type);
  }

  private static boolean isOf(Node node, String kind) {
    return node.group().equals(GROUP) && node.kind().equals(kind);
  }

  private static Instant createdAt(Node node) {
    return node.createdAt().orElse(Instant.MIN);
  }
}
