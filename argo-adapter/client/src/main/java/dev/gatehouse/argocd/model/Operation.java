package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/**
 * An operation that someone asked for.
 *
 * @param info what the asker wrote down; our own id is here
 */
public record Operation(
    Optional<SyncOperation> sync,
    List<Info> info,
    Initiator initiatedBy,
    Optional<RetryStrategy> retry) {
  /** Copies the list and fills what is missing. */
  public Operation {
    info = Given.list(info);
    initiatedBy = Given.or(initiatedBy, Initiator.EMPTY);
  }

  /** The value that was written down under this name. */
  public Optional<String> info(String name) {
    return info.stream().filter(each -> each.name().equals(name)).map(Info::value).findFirst();
  }

  /** Who asked: a person or service by name, or Argo CD itself. */
  public record Initiator(Optional<String> username, boolean automated) {
    static final Initiator EMPTY = new Initiator(Optional.empty(), false);

    /** Takes empty text as missing. */
    public Initiator {
      username = Given.filled(username);
    }
  }
}
