package dev.gatehouse.risk;

import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.FieldPattern;
import dev.gatehouse.change.FileKind;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.change.ObjectKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Writes a rule as it is read: on these objects, when this field changes, it means that.
 *
 * <p>A rule has any number of clauses; each is closed by {@code means} or {@code refuses}. Not
 * thread-safe; the rule that it builds is.
 */
public final class RuleBuilder {
  private final String id;
  private final String looksFor;
  private final Set<Severity> severities = new LinkedHashSet<>();
  private final List<BiFunction<ManifestDiff, RiskInput, List<Finding>>> finders =
      new ArrayList<>();

  private RuleBuilder(String id, String looksFor) {
    this.id = id;
    this.looksFor = looksFor;
  }

  /** Starts a rule. */
  public static RuleBuilder rule(String id, String looksFor) {
    return new RuleBuilder(id, looksFor);
  }

  /** Opens a clause about kinds, written {@code apps/Deployment}, or {@code Service} for core. */
  public Clause on(String... kinds) {
    Set<String> wanted = Set.copyOf(Arrays.asList(kinds));
    return on(change -> wanted.contains(name(change.key())));
  }

  /** Opens a clause about objects that only a program can tell. */
  public Clause on(Predicate<ObjectChange> objects) {
    return new Clause(objects);
  }

  /** Adds a clause that looks at a whole target, with every severity it can have. */
  public RuleBuilder finding(
      BiFunction<ManifestDiff, RiskInput, List<Finding>> finder, Severity... possible) {
    finders.add(finder);
    severities.addAll(Arrays.asList(possible));
    return this;
  }

  /** Returns the rule. */
  public RiskRule build() {
    return new BuiltRule(id, looksFor, List.copyOf(severities), finders);
  }

  static String name(ObjectKey key) {
    Optional<FileKind> file = FileKind.of(key);
    if (file.isPresent()) {
      return file.get().title();
    }
    return key.group().isEmpty() ? key.kind() : key.group() + "/" + key.kind();
  }

  /** One condition of a rule and what it means; without a field the whole object is the matter. */
  public final class Clause {
    private final Predicate<ObjectChange> objects;
    private final Set<ObjectChange.Type> types = EnumSet.noneOf(ObjectChange.Type.class);
    private final List<FieldPattern> fields = new ArrayList<>();
    private Predicate<FieldChange> condition = field -> true;

    private Clause(Predicate<ObjectChange> objects) {
      this.objects = objects;
    }

    /** Narrows the clause to objects to which this happened; otherwise anything may have. */
    public Clause when(ObjectChange.Type... happened) {
      types.addAll(Arrays.asList(happened));
      return this;
    }

    /** Narrows the clause to these places, written as in {@link FieldPattern}. */
    public Clause field(String... patterns) {
      Arrays.stream(patterns).map(FieldPattern::of).forEach(fields::add);
      return this;
    }

    /** Narrows the clause to fields that changed in this way. */
    public Clause where(Predicate<FieldChange> wanted) {
      condition = condition.and(wanted);
      return this;
    }

    /** Closes the clause: it means this; {@code {before}} and {@code {after}} are filled in. */
    public RuleBuilder means(Severity severity, String text) {
      return close(severity, text, Optional.empty());
    }

    /** Closes the clause: the change is refused until the remedy is done. */
    public RuleBuilder refuses(Severity severity, String text, String remedy) {
      return close(severity, text, Optional.of(remedy));
    }

    private RuleBuilder close(Severity severity, String text, Optional<String> remedy) {
      return finding((diff, input) -> find(diff, severity, text, remedy), severity);
    }

    private List<Finding> find(
        ManifestDiff diff, Severity severity, String text, Optional<String> remedy) {
      List<Finding> found = new ArrayList<>();
      for (ObjectChange change : diff.changes()) {
        if (objects.test(change) && happened(change)) {
          places(change)
              .forEach(
                  place ->
                      found.add(
                          new Finding(
                              change.file(),
                              Optional.of(change.key()),
                              place.path(),
                              severity,
                              Wording.filled(text, place, change.key()),
                              remedy)));
        }
      }
      return found;
    }

    /** A patch that comes or goes does not make its object come or go. */
    private boolean happened(ObjectChange change) {
      boolean whole = change.type() != ObjectChange.Type.MODIFIED;
      return types.isEmpty()
          || (types.contains(change.type()) && !(whole && change.key().isPatch()));
    }

    private List<FieldChange> places(ObjectChange change) {
      if (fields.isEmpty()) {
        return List.of(new FieldChange("", Optional.empty(), Optional.empty()));
      }
      return fields.stream()
          .flatMap(field -> field.changes(change).stream())
          .filter(condition)
          .distinct()
          .toList();
    }
  }

  private record BuiltRule(
      String id,
      String looksFor,
      List<Severity> severities,
      List<BiFunction<ManifestDiff, RiskInput, List<Finding>>> finders)
      implements RiskRule {
    BuiltRule {
      severities = List.copyOf(severities);
      finders = List.copyOf(finders);
    }

    @Override
    public List<RiskFactor> assess(ManifestDiff diff, RiskInput input) {
      return finders.stream()
          .flatMap(finder -> finder.apply(diff, input).stream())
          .map(finding -> finding.factor(id))
          .distinct()
          .toList();
    }
  }
}
