package dev.gatehouse.kargoapi.client;

import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.kargoapi.http.KargoCall;
import dev.gatehouse.kargoapi.model.Stage;
import java.util.Optional;

/**
 * Reads Stages, and has them looked at or verified again.
 *
 * <p>Thread-safe. Each method throws an {@link ApiException} when the answer is not a good one.
 */
public final class Stages {
  private final HttpTransport transport;

  Stages(HttpTransport transport) {
    this.transport = transport;
  }

  /** Lists the Stages of a project; never old. */
  public KargoList<Stage> list(String project) throws ApiException {
    return transport.call(KargoCall.get("projects", project, "stages"), Lists.of(Stage.class));
  }

  /** Reads a Stage from the server's cache, which may be old. */
  public Stage get(String project, String stage) throws ApiException {
    return transport.call(
        KargoCall.get("projects", project, "stages", stage), AnswerReader.of(Stage.class));
  }

  /** Reads a Stage from the list, which is never old; empty when it is gone. */
  public Optional<Stage> fresh(String project, String stage) throws ApiException {
    return list(project).items().stream().filter(each -> each.name().equals(stage)).findFirst();
  }

  /** Has a Stage looked at now, and its current Promotion; also ends a stale verification. */
  public void refresh(String project, String stage) throws ApiException {
    transport.send(KargoCall.post("projects", project, "stages", stage, "refresh"));
  }

  /**
   * Asks for what a Stage holds to be verified again; also accepted where there is nothing to
   * verify with.
   *
   * @throws ApiException {@code NOT_FOUND} or {@code PRECONDITION} where the server answers 500
   */
  public void reverify(String project, String stage) throws ApiException {
    HiddenRefusals.send(
        transport,
        KargoCall.post("projects", project, "stages", stage, "verification"),
        () -> obstacle(project, stage));
  }

  /**
   * Asks for the verification that runs to be stopped; does nothing when none runs. It ends as
   * {@code Failed}: see {@link dev.gatehouse.kargoapi.model.Verification#isAborted}.
   *
   * @throws ApiException {@code NOT_FOUND} or {@code PRECONDITION} where the server answers 500
   */
  public void abortVerification(String project, String stage) throws ApiException {
    HiddenRefusals.send(
        transport,
        KargoCall.post("projects", project, "stages", stage, "verification", "abort"),
        () -> obstacle(project, stage));
  }

  private Optional<String> obstacle(String project, String stage) throws ApiException {
    Optional<Stage> found;
    try {
      found = Optional.of(get(project, stage));
    } catch (ApiException e) {
      found = e.kind() == FailureKind.NOT_FOUND ? fresh(project, stage) : Optional.empty();
      if (found.isEmpty()) {
        throw e;
      }
    }
    return found.get().status().current().isEmpty()
        ? Optional.of("the Stage holds no Freight to verify")
        : Optional.empty();
  }
}
