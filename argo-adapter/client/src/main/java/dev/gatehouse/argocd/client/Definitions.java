package dev.gatehouse.argocd.client;

import dev.gatehouse.argocd.http.ArgoCdCall;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.HttpTransport;

/**
 * Creates, replaces and deletes applications.
 *
 * <p>The server drops {@code status} and {@code operation} of what it is given, without a word.
 * Thread-safe. Each method throws an {@link ApiException} when the answer is not a good one; what
 * changes something is sent at most once.
 */
public final class Definitions {
  private final HttpTransport transport;

  Definitions(HttpTransport transport) {
    this.transport = transport;
  }

  /** Reads one application with every field on the wire. */
  public WholeObject get(ApplicationRef ref) throws ApiException {
    return transport.call(Refs.call("GET", ref), WholeObject.reader());
  }

  /**
   * Creates an application. The same one again is taken well; another one of this name is {@code
   * INVALID}.
   */
  public Application create(WholeObject application) throws ApiException {
    return create(application, false, Validation.ON);
  }

  /**
   * Creates an application.
   *
   * @param upsert whether another one of this name is changed into it
   */
  public Application create(WholeObject application, boolean upsert, Validation validation)
      throws ApiException {
    ApiCall call =
        ArgoCdCall.of("POST", "applications")
            .with("upsert", String.valueOf(upsert))
            .with("validate", validation.word())
            .json(application.tree());
    return transport.call(call, AnswerReader.of(Application.class));
  }

  /**
   * Puts another definition in the place of an application's; labels, annotations and finalizers
   * count as well. The name in the reference is the one that counts.
   */
  public Application replace(ApplicationRef ref, WholeObject application, Validation validation)
      throws ApiException {
    ApiCall call =
        Refs.call("PUT", ref).with("validate", validation.word()).json(application.tree());
    return transport.call(call, Refs.reader(ref));
  }

  /** Puts another {@code spec} in the place of an application's, and returns what it is now. */
  public WholeObject replaceSpec(ApplicationRef ref, WholeObject spec, Validation validation)
      throws ApiException {
    ApiCall call =
        Refs.call("PUT", ref, "spec").with("validate", validation.word()).json(spec.tree());
    return transport.call(call, WholeObject.reader());
  }

  /** Asks for the end of an application, which comes later where its objects go with it. */
  public void delete(ApplicationRef ref, Deletion deletion) throws ApiException {
    ApiCall call =
        Refs.call("DELETE", ref)
            .with("cascade", String.valueOf(deletion.cascade()))
            .with("propagationPolicy", deletion.policy());
    transport.call(call, AnswerReader.nothing());
  }
}
