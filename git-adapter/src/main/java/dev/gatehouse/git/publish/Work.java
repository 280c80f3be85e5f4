package dev.gatehouse.git.publish;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Revision;
import dev.gatehouse.git.commit.Trailers;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.WriteIntent.Act;
import dev.gatehouse.spi.WriteRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One commit that someone waits for.
 *
 * @param request what is promoted where
 * @param undo the commit to undo; empty to write
 */
public record Work(WriteRequest request, Optional<Revision> undo) {

  /** Whether it writes or reverts. */
  public Act act() {
    return undo.isPresent() ? Act.REVERT : Act.WRITE;
  }

  /** The trailers of its commit under a lease. */
  Trailers trailers(long epoch) {
    return new Trailers(
        request.promotion().value(),
        request.target().name().value(),
        act().name().toLowerCase(Locale.ROOT),
        Optional.of(request.planHash().value()),
        OptionalLong.of(epoch));
  }

  /** The message of its commit under a lease. */
  String message(long epoch, Optional<Reason> left) {
    ApplicationName application = request.change().application();
    String where = request.stage() + " (" + request.target().name() + ")";
    String subject =
        undo.isPresent()
            ? "Revert " + application + " in " + where
            : (request.undoes().isEmpty()
                    ? "Promote " + application + " to "
                    : "Roll back " + application + " in ")
                + where;
    StringBuilder body = new StringBuilder(request.change().title());
    request.undoes().forEach(u -> body.append("\n\nThis reverts commit ").append(u).append('.'));
    undo.ifPresent(u -> body.append("\n\nThis reverts commit ").append(u).append('.'));
    left.ifPresent(reason -> body.append("\n\n").append(reason.what()).append('\n'));
    request.change().artifacts().forEach(a -> body.append("\n- ").append(a.reference()));
    return trailers(epoch).message(subject, body.toString());
  }
}
