package dev.gatehouse.engine;

import dev.gatehouse.api.Result;
import dev.gatehouse.api.TimelinePage;
import dev.gatehouse.api.TimelineQuery;
import dev.gatehouse.history.Positioned;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows the timeline to callers, each event only to those who may see its place; thread-safe. */
final class SeenEvents {
  private final Timeline timeline;
  private final Supplier<Rulebook> rulebook;

  SeenEvents(Timeline timeline, Supplier<Rulebook> rulebook) {
    this.timeline = timeline;
    this.rulebook = rulebook;
  }

  Result<TimelinePage> page(TimelineQuery query, Caller by) {
    Rulebook rules = rulebook.get();
    Optional<Reason> refusal = rules.refusal(by, Verb.SEE).or(() -> elsewhere(query, by, rules));
    return Result.unless(refusal, () -> read(query, by, rules));
  }

  /** The rules alone say whether an application or a shard may be seen, whatever happened there. */
  private static Optional<Reason> elsewhere(TimelineQuery query, Caller by, Rulebook rules) {
    return query
        .of()
        .filter(StreamId.Shard.class::isInstance)
        .map(StreamId.Shard.class::cast)
        .flatMap(shard -> rules.refusal(by, Verb.SEE, Place.ofShard(shard.name().value())));
  }

  private TimelinePage read(TimelineQuery query, Caller by, Rulebook rules) {
    List<Positioned> found = found(query);
    boolean all = rules.refusal(by, Verb.SEE, Place.EVERYTHING).isEmpty();
    Map<StreamId, Boolean> seen = new HashMap<>();
    List<Positioned> events =
        found.stream()
            .filter(
                one ->
                    all
                        || seen.computeIfAbsent(
                            one.event().stream(), stream -> isSeen(stream, by, rules)))
            .toList();
    long position = found.isEmpty() ? query.after() : found.get(found.size() - 1).position();
    return new TimelinePage(events, position, found.size() >= query.limit());
  }

  private List<Positioned> found(TimelineQuery query) {
    Optional<StreamId> of = query.of();
    if (of.isEmpty()) {
      return timeline.after(query.after(), query.limit());
    }
    return of.get() instanceof StreamId.Application application
        ? timeline.ofApplication(application.name(), query.after(), query.limit())
        : timeline.after(of.get(), query.after(), query.limit());
  }

  private boolean isSeen(StreamId stream, Caller by, Rulebook rules) {
    return place(stream).map(at -> rules.refusal(by, Verb.SEE, at).isEmpty()).orElse(false);
  }

  /** A promotion says in its first event where it belongs; that never changes. */
  private Optional<Place> place(StreamId stream) {
    if (stream instanceof StreamId.Application application) {
      String name = application.name().value();
      return Optional.of(new Place(Optional.of(name), Optional.empty(), Optional.empty()));
    }
    if (stream instanceof StreamId.Shard shard) {
      return Optional.of(Place.ofShard(shard.name().value()));
    }
    return timeline.after(stream, 0, 1).stream()
        .map(first -> first.event().event())
        .filter(PromotionEvent.Proposed.class::isInstance)
        .map(PromotionEvent.Proposed.class::cast)
        .map(first -> Place.of(first.change().application().value(), first.stage().value()))
        .findFirst();
  }
}
