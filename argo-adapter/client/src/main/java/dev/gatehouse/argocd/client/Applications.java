package dev.gatehouse.argocd.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.SyncRequest;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads applications and acts on them.
 *
 * <p>Thread-safe. Each method throws an {@link ApiException} when the answer is not a good one;
 * what changes something is sent at most once. A request that is accepted is not yet done.
 */
public final class Applications {
  private final HttpTransport transport;

  Applications(HttpTransport transport) {
    this.transport = transport;
  }

  /** Reads one application, with every field. */
  public Application get(ApplicationRef ref) throws ApiException {
    return transport.call(Refs.call("GET", ref), Refs.reader(ref));
  }

  /** Reads a list; what the server shows may be a moment old. */
  public ApplicationList list(ApplicationQuery query) throws ApiException {
    List<Application> items = new ArrayList<>();
    String version = list(query, items::add);
    return new ApplicationList(version, items);
  }

  /**
   * Reads a list one application at a time, and returns its version. The consumer is called on a
   * thread of the transport before this method returns; after an exception it has seen a part only.
   */
  public String list(ApplicationQuery query, Consumer<Application> consumer) throws ApiException {
    ApiCall call = query.listCall().streamed(transport.server().limits().listBytes());
    return transport.call(call, new ApplicationListReader(consumer));
  }

  /**
   * Lets Argo CD look again, and waits until it has, at most for this long: it never answers while
   * the controller is down or skips the application.
   */
  public Application refresh(ApplicationRef ref, RefreshKind kind, Duration deadline)
      throws ApiException {
    ApiCall call = Refs.call("GET", ref).with("refresh", kind.word()).within(deadline);
    return transport.call(call, Refs.reader(ref));
  }

  /** Asks for a sync. */
  public Application sync(ApplicationRef ref, SyncRequest request) throws ApiException {
    return transport.call(Refs.call("POST", ref, Json.tree(request), "sync"), Refs.reader(ref));
  }

  /** Asks for the end of the operation that runs. */
  public void terminate(ApplicationRef ref) throws ApiException {
    transport.call(Refs.call("DELETE", ref, "operation"), AnswerReader.nothing());
  }

  /** Asks for a way back. */
  public Application rollback(ApplicationRef ref, Rollback rollback) throws ApiException {
    return transport.call(
        Refs.call("POST", ref, Json.tree(rollback), "rollback"), Refs.reader(ref));
  }

  /** Moves the target revision if it still is the expected one; {@code CONFLICT} if it is not. */
  public Application patchTargetRevision(ApplicationRef ref, RevisionPatch patch)
      throws ApiException {
    return patchTargetRevisions(ref, List.of(patch));
  }

  /** Moves several target revisions in one patch, all or none of them. */
  public Application patchTargetRevisions(ApplicationRef ref, List<RevisionPatch> patches)
      throws ApiException {
    ObjectNode body =
        Json.object()
            .put("patch", new String(RevisionPatch.json(patches), StandardCharsets.UTF_8))
            .put("patchType", "json");
    return transport.call(Refs.call("PATCH", ref, body), Refs.reader(ref));
  }
}
