package dev.gatehouse.config.yaml;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlTree.Mapping;
import dev.gatehouse.config.yaml.YamlTree.Scalar;
import dev.gatehouse.config.yaml.YamlTree.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the tree of one document from its events; used once, by one thread. */
final class TreeBuilder {
  private record Sized(YamlTree tree, int nodes) {}

  private static final Set<String> TAGS =
      Set.of(
          "!",
          "tag:yaml.org,2002:str",
          "tag:yaml.org,2002:int",
          "tag:yaml.org,2002:bool",
          "tag:yaml.org,2002:map",
          "tag:yaml.org,2002:seq");

  private final Iterator<Event> events;
  private final YamlLimits limits;
  private final Problems problems;
  private final Map<String, Sized> anchors = new HashMap<>();
  private int aliases;
  private int nodes;

  TreeBuilder(Iterator<Event> events, YamlLimits limits, Problems problems) {
    this.events = events;
    this.limits = limits;
    this.problems = problems;
  }

  /** Returns the only document, or empty when there is none. */
  Optional<YamlTree> document() throws LimitReached {
    Optional<YamlTree> tree = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event.getEventId() != Event.ID.DocumentStart) {
        continue;
      }
      if (tree.isPresent()) {
        problems.add(
            place(event, "$"),
            ProblemCodes.SYNTAX,
            "A second document starts here; only one is read.",
            "Remove the '---' and what follows, or put it into a file of its own.");
        return tree;
      }
      tree = Optional.of(node(events.next(), 0, "$"));
    }
    return tree;
  }

  private YamlTree node(Event event, int depth, String path) throws LimitReached {
    if (depth > limits.depth()) {
      throw new LimitReached(
          place(event, path),
          "The file is nested deeper than " + limits.depth() + " levels.",
          "Flatten it; nothing in this format needs that depth.");
    }
    count(1, event, path);
    int before = nodes;
    YamlTree tree =
        switch (event.getEventId()) {
          case Alias -> alias((AliasEvent) event, path);
          case Scalar -> scalar((ScalarEvent) event, path);
          case SequenceStart -> sequence((CollectionStartEvent) event, depth, path);
          case MappingStart -> mapping((CollectionStartEvent) event, depth, path);
          default -> throw new IllegalStateException("no node starts with " + event);
        };
    if (event.getEventId() != Event.ID.Alias) {
      int size = nodes - before + 1;
      ((NodeEvent) event)
          .getAnchor()
          .ifPresent(anchor -> anchors.put(anchor.getValue(), new Sized(tree, size)));
    }
    return tree;
  }

  private void count(int more, Event event, String path) throws LimitReached {
    nodes += more;
    if (nodes > limits.nodes()) {
      throw new LimitReached(
          place(event, path),
          "The file grows beyond " + limits.nodes() + " nodes once its aliases are followed.",
          "Use fewer aliases of large anchors.");
    }
  }

  private YamlTree alias(AliasEvent event, String path) throws LimitReached {
    if (++aliases > limits.aliases()) {
      throw new LimitReached(
          place(event, path),
          "More than " + limits.aliases() + " aliases are used.",
          "Use defaults of the application or the stage instead of aliases.");
    }
    String name = event.getAlias().getValue();
    Sized target = anchors.get(name);
    if (target == null) {
      problems.add(
          place(event, path),
          ProblemCodes.SYNTAX,
          "Alias *" + name + " has no anchor before it, or is inside its own anchor.",
          anchors.isEmpty()
              ? "Define &" + name + " further up."
              : "Use one of the anchors so far: " + String.join(", ", anchors.keySet()) + ".");
      return new YamlTree.Unread(line(event), column(event));
    }
    count(target.nodes(), event, path);
    return target.tree();
  }

  private Scalar scalar(ScalarEvent event, String path) {
    checkTag(event, event.getTag(), path);
    boolean text =
        event.getScalarStyle() != ScalarStyle.PLAIN
            || event.getTag().filter(tag -> tag.endsWith(":str") || tag.equals("!")).isPresent();
    YamlTree.Type type = text ? YamlTree.Type.TEXT : Scalar.typeOf(event.getValue());
    return new Scalar(line(event), column(event), event.getValue(), type);
  }

  private Sequence sequence(CollectionStartEvent start, int depth, String path)
      throws LimitReached {
    checkTag(start, start.getTag(), path);
    List<YamlTree> items = new ArrayList<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(next, depth + 1, path + "[" + items.size() + "]"));
      next = events.next();
    }
    return new Sequence(line(start), column(start), items);
  }

  private Mapping mapping(CollectionStartEvent start, int depth, String path) throws LimitReached {
    checkTag(start, start.getTag(), path);
    MappingBuilder mapping = new MappingBuilder(problems, path);
    Event next = events.next();
    while (next.getEventId() != Event.ID.MappingEnd) {
      YamlTree key = node(next, depth + 1, path);
      String below = key instanceof Scalar word ? path + "." + word.text() : path;
      YamlTree value = node(events.next(), depth + 1, below);
      mapping.put(key, value, next.getEventId() == Event.ID.Scalar && isPlain((ScalarEvent) next));
      next = events.next();
    }
    return new Mapping(line(start), column(start), mapping.entries());
  }

  private static boolean isPlain(ScalarEvent event) {
    return event.getScalarStyle() == ScalarStyle.PLAIN;
  }

  private void checkTag(Event event, Optional<String> tag, String path) {
    tag.filter(name -> !TAGS.contains(name))
        .ifPresent(
            name ->
                problems.add(
                    place(event, path),
                    ProblemCodes.SYNTAX,
                    "The tag " + name + " is not known; tags never create anything here.",
                    "Remove the tag."));
  }

  private static Place place(Event event, String path) {
    return new Place(line(event), column(event), path);
  }

  private static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private static int column(Event event) {
    return event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
  }
}
