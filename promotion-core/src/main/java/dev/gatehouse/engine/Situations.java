package dev.gatehouse.engine;

import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.Situation;
import dev.gatehouse.spi.EvidenceSource;
import dev.gatehouse.stage.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what surrounds a promotion when a decision is made; thread-safe. */
final class Situations {
  private final Journal journal;
  private final Registry registry;
  private final Succession succession;
  private final Supplier<Rulebook> rulebook;
  private final List<EvidenceSource> sources;

  Situations(
      Journal journal,
      Registry registry,
      Succession succession,
      Supplier<Rulebook> rulebook,
      List<EvidenceSource> sources) {
    this.journal = journal;
    this.registry = registry;
    this.succession = succession;
    this.rulebook = rulebook;
    this.sources = List.copyOf(sources);
  }

  Situation of(Promotion promotion) {
    Rulebook rules = rulebook.get();
    Instant now = journal.now();
    String application = promotion.change().application();
    Optional<Stage> stage = rules.path(application).flatMap(path -> path.stage(promotion.stage()));
    List<Evidence> facts =
        stage.stream()
            .flatMap(
                s ->
                    sources.stream()
                        .flatMap(source -> source.about(promotion.change(), s, now).stream()))
            .toList();
    return new Situation(
        now,
        facts,
        registry.passes(
            application, promotion.change().id(), stage.map(Stage::after).orElse(List.of())),
        succession.runningAhead(promotion),
        succession.newer(promotion),
        rules.windows(),
        rules.shards(),
        rules.directory());
  }
}
