package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.WindowEntry;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.recurrence.CalendarRule;
import dev.gatehouse.config.recurrence.Cron;
import dev.gatehouse.config.recurrence.LocalRecurrence;
import dev.gatehouse.config.recurrence.OneStart;
import dev.gatehouse.config.recurrence.UnreadableRuleException;
import dev.gatehouse.config.recurrence.ZonedRecurrence;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.policy.PromotionWindow;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the windows. */
record Windows(Names names, Problems problems) {
  private static final LocalDateTime LONG_AGO = LocalDateTime.of(2020, 1, 1, 0, 0);

  Set<String> names(Listing<WindowEntry> written) {
    Set<String> all = new TreeSet<>();
    written.forEach(window -> all.add(window.name().value()));
    return all;
  }

  List<PromotionWindow> assemble(Listing<WindowEntry> written, Listing<Located<String>> stages) {
    List<PromotionWindow> windows = new ArrayList<>();
    names.unique("window", written, WindowEntry::name);
    Set<String> known = new TreeSet<>();
    stages.forEach(stage -> known.add(stage.value()));
    for (WindowEntry entry : written) {
      for (Located<String> stage : named(entry)) {
        names.known("stage", stage, known, stages.complete());
      }
      recurrence(entry)
          .ifPresent(
              starts -> windows.addAll(new WindowScope(entry, problems).windows(starts, known)));
    }
    return windows;
  }

  private static List<Located<String>> named(WindowEntry entry) {
    List<Located<String>> all = new ArrayList<>(entry.stages().items());
    entry.except().ifPresent(except -> all.addAll(except.stages().items()));
    return all;
  }

  private Optional<ZonedRecurrence> recurrence(WindowEntry entry) {
    if (entry.duration().filter(length -> length.value().isZero()).isPresent()) {
      problems.add(
          entry.duration().get().place(),
          ProblemCodes.NEVER_OPENS,
          "The window '" + entry.name() + "' lasts no time.",
          "Write how long it stays open, such as 8h.");
      return Optional.empty();
    }
    Optional<LocalRecurrence> rule = rule(entry);
    if (rule.isPresent()
        && rule.get().after(LONG_AGO).isEmpty()
        && rule.get().atOrBefore(LONG_AGO).isEmpty()) {
      problems.add(
          entry.cron().or(entry::rrule).map(Located::place).orElse(entry.place()),
          ProblemCodes.NEVER_OPENS,
          "The window '" + entry.name() + "' never opens: no day fits its rule.",
          "Change the day and the month so that they meet.");
      return Optional.empty();
    }
    return rule.map(r -> new ZonedRecurrence(r, zone(entry)));
  }

  private static ZoneId zone(WindowEntry entry) {
    return entry.timezone().orElse(ZoneOffset.UTC);
  }

  private Optional<LocalRecurrence> rule(WindowEntry entry) {
    Optional<Located<String>> text = entry.cron().or(entry::rrule);
    if (!hasOneRule(entry)) {
      return Optional.empty();
    }
    try {
      if (entry.cron().isPresent()) {
        return Optional.of(Cron.parse(entry.cron().get().value()));
      }
      LocalDateTime start = entry.start().orElseThrow().value();
      return Optional.of(
          entry.rrule().isPresent()
              ? CalendarRule.parse(entry.rrule().get().value(), start, zone(entry))
              : new OneStart(start));
    } catch (UnreadableRuleException e) {
      problems.add(
          text.map(Located::place).orElse(entry.place()),
          ProblemCodes.WRONG_VALUE,
          e.what(),
          e.next());
      return Optional.empty();
    }
  }

  private boolean hasOneRule(WindowEntry entry) {
    boolean cron = entry.cron().isPresent();
    boolean rrule = entry.rrule().isPresent();
    boolean start = entry.start().isPresent();
    boolean good = cron ? !rrule && !start : start;
    if (!good && !problems.directlyIn(entry.place().path())) {
      problems.add(
          entry.place(),
          ProblemCodes.WRONG_COMBINATION,
          cron
              ? "The window '" + entry.name() + "' has a cron rule and another start."
              : "The window '" + entry.name() + "' does not say when it starts.",
          "Give `cron`, or `rrule` with `start`, or `start` alone for one time.");
    }
    return good;
  }
}
