package dev.gatehouse.service.web;

import dev.gatehouse.reason.PromotionException;
import dev.gatehouse.view.StepWording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the route of a request; every stop becomes problem details. Thread-safe. */
public final class Routes implements Handler {
  private static final System.Logger LOG = System.getLogger(Routes.class.getName());
  private final List<Route> routes;
  private final StepWording words;

  /** Creates the table; the first route that fits answers. */
  public Routes(List<Route> routes, StepWording words) {
    this.routes = List.copyOf(routes);
    this.words = words;
  }

  @Override
  public Response on(Request request) {
    try {
      return found(request);
    } catch (PromotionException e) {
      return Problem.of(e.reason(), words);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "no answer to " + request.label(), e);
      return Problem.of(WebReasons.bug(request.label()), words);
    }
  }

  private Response found(Request request) {
    List<String> path = Segments.of(request.path());
    List<Route> there = new ArrayList<>();
    for (Route route : routes) {
      Optional<Map<String, String>> named = route.match(path);
      if (named.isPresent() && route.method().equals(request.method())) {
        return route.handler().on(request.on(named.get()));
      }
      named.ifPresent(fits -> there.add(route));
    }
    if (there.isEmpty()) {
      return Problem.of(WebReasons.noSuchResource(request.label()), words);
    }
    String allowed = there.stream().map(Route::method).sorted().collect(Collectors.joining(", "));
    return Problem.of(WebReasons.methodNotAllowed(request.label(), allowed), words)
        .with("Allow", allowed);
  }
}
