package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is between the socket and the routes: faults, gates, tokens and errors. */
final class Gateway implements HttpSockets.Handler {
  private static final String STREAM = "/api/v1/stream/applications";

  private final ControlPlane plane;
  private final FakeAccess access;
  private final Router router;
  private final StreamDesk streams;
  private final PieceDesk pieces;
  private final String rootPath;
  private final FaultPlan faults = new FaultPlan();
  private final List<SeenRequest> seen = new ArrayList<>();
  private volatile Optional<String> redirect = Optional.empty();

  Gateway(ControlPlane plane, FakeAccess access, Router router, PieceDesk pieces, String rootPath) {
    this.plane = plane;
    this.access = access;
    this.router = router;
    this.streams = new StreamDesk(plane, access);
    this.pieces = pieces;
    this.rootPath = rootPath;
  }

  FaultPlan faults() {
    return faults;
  }

  void redirectTo(String base) {
    redirect = Optional.of(base);
  }

  List<SeenRequest> seen() {
    synchronized (seen) {
      return List.copyOf(seen);
    }
  }

  void forgetSeen() {
    synchronized (seen) {
      seen.clear();
    }
  }

  @Override
  public void handle(HttpCall call, HttpConnection connection)
      throws IOException, InterruptedException {
    synchronized (seen) {
      seen.add(SeenRequest.of(call));
    }
    Optional<Fault> fault = faults.next(call);
    if (fault.isPresent() && !fault.get().kind().spoilsTheRealAnswer()) {
      FaultyAnswers.replace(fault.get(), connection);
      return;
    }
    if (isStream(call)) {
      stream(call, connection);
      return;
    }
    HttpAnswer answer;
    try {
      Optional<Router.Match> piecewise = piecewise(call);
      if (piecewise.isPresent()) {
        pieces.serve(
            prepared(call, piecewise.get().variables(), false), piecewise.get(), connection);
        return;
      }
      answer = answer(call);
    } catch (Refusal refusal) {
      answer = refusal.answer();
    }
    if (fault.isPresent()) {
      FaultyAnswers.spoil(fault.get(), connection, answer);
    } else {
      connection.send(answer, call.header("accept-encoding").contains("gzip"));
    }
  }

  private void stream(HttpCall call, HttpConnection connection)
      throws IOException, InterruptedException {
    try {
      streams.serve(prepared(call, Map.of(), false), connection);
    } catch (Refusal refusal) {
      StreamFrames frames = StreamFrames.of(call);
      connection.send(frames.refusal(refusal), false);
    }
  }

  private boolean isStream(HttpCall call) {
    return redirect.isEmpty()
        && call.method().equals("GET")
        && call.path().equals(rootPath + STREAM);
  }

  private Optional<Router.Match> piecewise(HttpCall call) {
    boolean below = redirect.isEmpty() && call.path().startsWith(rootPath + "/");
    return below
        ? pieces.find(call.method(), call.path().substring(rootPath.length()))
        : Optional.empty();
  }

  private HttpAnswer answer(HttpCall call) throws InterruptedException, Refusal {
    if (redirect.isPresent()) {
      return HttpAnswer.html(307, "<a href=\"" + redirect.get() + "\">Temporary Redirect</a>")
          .with("Location", redirect.get() + call.path());
    }
    if (!call.path().startsWith(rootPath + "/")) {
      return HttpAnswer.text(404, "404 page not found");
    }
    HttpCall inside = call.withPath(call.path().substring(rootPath.length()));
    if (inside.path().equals("/healthz")) {
      return HttpAnswer.text(200, "ok");
    }
    if (!inside.path().startsWith("/api/")) {
      return inside.header("accept").contains("text/html")
          ? HttpAnswer.html(200, "<!doctype html><html><title>Argo CD</title></html>")
          : HttpAnswer.text(404, "404 page not found");
    }
    boolean typed = inside.header("content-type").equalsIgnoreCase("application/json");
    if (!inside.method().equals("GET") && !typed) {
      return HttpAnswer.text(415, "Invalid content type");
    }
    Router.Match match = router.find(inside.method(), inside.path()).orElse(null);
    if (match == null) {
      return router.knows(inside.path())
          ? HttpAnswer.text(405, "Method Not Allowed")
          : HttpAnswer.text(404, "Not Found");
    }
    return carriedOut(inside, match);
  }

  private HttpAnswer carriedOut(HttpCall call, Router.Match match)
      throws Refusal, InterruptedException {
    ApiCall prepared = prepared(call, match.variables(), match.open());
    plane.lock();
    try {
      return HttpAnswer.json(200, match.endpoint().answer(prepared));
    } finally {
      plane.unlock();
    }
  }

  private ApiCall prepared(HttpCall call, Map<String, String> variables, boolean open)
      throws Refusal {
    GrpcTimeout.check(call);
    Caller caller = Caller.NOBODY;
    try {
      caller = access.caller(call);
    } catch (Refusal stranger) {
      if (!open) {
        throw stranger;
      }
    }
    JsonNode body = call.body().size() == 0 ? Json.object() : SentJson.read(call.body().content());
    return new ApiCall(call, variables, call.parameters(), body, caller);
  }
}
