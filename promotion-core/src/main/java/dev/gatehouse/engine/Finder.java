package dev.gatehouse.engine;

import dev.gatehouse.api.Found;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.reason.Naming;
import dev.gatehouse.reason.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the promotion that a person means by what they typed, among those that they may see;
 * thread-safe.
 */
final class Finder {
  /** So many candidates are named to a person who has to pick one. */
  private static final int FEW = 6;

  /** A caller who may not see the first few that begin alike may see a later one. */
  private static final int MANY = 10_000;

  /** Nothing at all, as an unset variable of a script types it, must not begin every id. */
  private static final Pattern TYPED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,255}");

  private static final Pattern CHANGE = Pattern.compile("([^@]+)@([0-9a-fA-F]{4,64})");
  private final Registry registry;
  private final Supplier<Rulebook> rulebook;

  Finder(Registry registry, Supplier<Rulebook> rulebook) {
    this.registry = registry;
    this.rulebook = rulebook;
  }

  Found find(String typed, Caller by) {
    Rulebook rules = rulebook.get();
    Optional<Reason> refusal = rules.refusal(by, Verb.SEE).or(() -> elsewhere(typed, by, rules));
    if (refusal.isPresent()) {
      return new Found.Refused(refusal.get());
    }
    Matcher change = CHANGE.matcher(typed);
    if (change.matches()) {
      return ofChange(typed, change.group(1), change.group(2), by, rules);
    }
    if (!TYPED.matcher(typed).matches() || typed.contains("..")) {
      return new Found.None(Refusals.unknownPromotion(typed));
    }
    List<PromotionSummary> seen = begun(typed, by, rules);
    Optional<PromotionSummary> exact = seen.stream().filter(one -> isNamed(one, typed)).findFirst();
    return exact.<Found>map(Found.One::new).orElseGet(() -> among(typed, seen));
  }

  /** Whether the caller may see a place is told by the rules; what is there is not. */
  private static Optional<Reason> elsewhere(String typed, Caller by, Rulebook rules) {
    List<Place> possible = new ArrayList<>();
    for (int at = typed.indexOf('/'); at > 0; at = typed.indexOf('/', at + 1)) {
      possible.add(Place.of(typed.substring(0, at), typed.substring(at + 1)));
    }
    List<Place> known = possible.stream().filter(place -> isKnown(place, rules)).toList();
    List<Optional<Reason>> answers =
        (known.isEmpty() ? possible : known)
            .stream().map(place -> rules.refusal(by, Verb.SEE, place)).toList();
    return answers.isEmpty() || answers.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : answers.get(0);
  }

  /** A name may contain a slash, so that only the rules know where the stage begins. */
  private static boolean isKnown(Place place, Rulebook rules) {
    String application = place.application().orElse("");
    String stage = place.stage().orElse("");
    return Naming.isName(application)
        && rules.path(new ApplicationName(application)).stream()
            .flatMap(path -> path.stages().stream())
            .anyMatch(known -> known.name().value().equals(stage));
  }

  private List<PromotionSummary> begun(String typed, Caller by, Rulebook rules) {
    List<PromotionSummary> first = registry.named(typed, FEW);
    List<PromotionSummary> seen = visible(first, by, rules);
    return seen.size() < first.size() && first.size() >= FEW
        ? visible(registry.named(typed, MANY), by, rules)
        : seen;
  }

  private static boolean isNamed(PromotionSummary one, String typed) {
    return one.id().value().equals(typed) || (one.application() + "/" + one.stage()).equals(typed);
  }

  /** One change is promoted to many stages, and to one of them again after a failure. */
  private Found ofChange(
      String typed, String application, String digits, Caller by, Rulebook rules) {
    if (!Naming.isName(application)) {
      return among(typed, List.of());
    }
    String begins = application + "@" + digits.toLowerCase(Locale.ROOT);
    List<PromotionSummary> seen =
        visible(registry.newest(new ApplicationName(application)), by, rules).stream()
            .filter(one -> one.change().value().startsWith(begins))
            .toList();
    boolean oneStage = seen.stream().map(PromotionSummary::stage).distinct().count() == 1;
    boolean oneChange = seen.stream().map(PromotionSummary::change).distinct().count() == 1;
    return oneStage && oneChange
        ? new Found.One(
            seen.stream()
                .filter(one -> !one.phase().isFinal())
                .findFirst()
                .orElseGet(() -> seen.get(0)))
        : among(typed, seen);
  }

  private static Found among(String typed, List<PromotionSummary> seen) {
    if (seen.isEmpty()) {
      return new Found.None(Refusals.unknownPromotion(typed));
    }
    if (seen.size() == 1) {
      return new Found.One(seen.get(0));
    }
    List<PromotionSummary> few =
        seen.stream().sorted(Comparator.comparing(one -> one.id().value())).limit(FEW).toList();
    return new Found.Several(Refusals.ambiguousPromotion(typed, few), few);
  }

  private static List<PromotionSummary> visible(
      List<PromotionSummary> all, Caller by, Rulebook rules) {
    return all.stream().filter(one -> rules.refusal(by, Verb.SEE, place(one)).isEmpty()).toList();
  }

  private static Place place(PromotionSummary one) {
    return Place.of(one.application().value(), one.stage().value());
  }
}
