package dev.gatehouse.git.yaml;

import dev.gatehouse.git.yaml.YamlNode.Alias;
import dev.gatehouse.git.yaml.YamlNode.Entry;
import dev.gatehouse.git.yaml.YamlNode.Mapping;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import dev.gatehouse.git.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the nodes of one stream from its events; used once, by one thread. */
final class Composer {
  private final Iterator<Event> events;
  private final String text;
  private final Offsets offsets;
  private final YamlLimits limits;
  private final Map<String, YamlNode> anchors = new HashMap<>();
  private final List<Alias> aliases = new ArrayList<>();
  private int aliasesInStream;

  Composer(Iterator<Event> events, String text, YamlLimits limits) {
    this.events = events;
    this.text = text;
    this.offsets = new Offsets(text);
    this.limits = limits;
  }

  /** Reads one document; the stream is behind its start event. */
  YamlDocument document(int index) throws UnclearYamlException {
    anchors.clear();
    aliases.clear();
    YamlNode root = node(events.next(), 0, false);
    return new YamlDocument(index, root, aliases);
  }

  private YamlNode node(Event event, int depth, boolean flow) throws UnclearYamlException {
    if (depth > limits.depth()) {
      throw unclear("nested deeper than the limit of " + limits.depth(), event);
    }
    return switch (event.getEventId()) {
      case Alias -> alias((AliasEvent) event);
      case Scalar -> keep(scalar((ScalarEvent) event, flow));
      case SequenceStart -> keep(sequence((CollectionStartEvent) event, depth));
      case MappingStart -> keep(mapping((CollectionStartEvent) event, depth));
      default -> throw unclear("a node was expected, found " + event.getEventId(), event);
    };
  }

  private YamlNode keep(YamlNode node) {
    node.properties().anchor().ifPresent(name -> anchors.put(name, node));
    return node;
  }

  private YamlNode alias(AliasEvent event) throws UnclearYamlException {
    String name = event.getAlias().getValue();
    YamlNode target = anchors.get(name);
    if (target == null) {
      throw unclear(
          "alias *" + name + " has no anchor before it, or is inside its own anchor", event);
    }
    if (!(target instanceof Scalar) && ++aliasesInStream > limits.aliases()) {
      throw unclear(
          "more than %d aliases of mappings and lists".formatted(limits.aliases()), event);
    }
    Alias alias = new Alias(span(start(event), event), name, target);
    aliases.add(alias);
    return alias;
  }

  private Scalar scalar(ScalarEvent event, boolean flow) {
    Properties properties = properties(event, event.getTag());
    int start = start(event);
    int end = offsets.of(mark(event.getEndMark()));
    if (!properties.equals(Properties.NONE)) {
      start = PropertyScan.contentStart(text, start, end);
    }
    Span span = new Span(start, end, line(event), column(event));
    return new Scalar(span, properties, event.getValue(), style(event), flow);
  }

  private Sequence sequence(CollectionStartEvent event, int depth) throws UnclearYamlException {
    int start = start(event);
    Properties properties = properties(event, event.getTag());
    List<YamlNode> items = new ArrayList<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(next, depth + 1, event.isFlow()));
      next = events.next();
    }
    return new Sequence(spanTo(start, event, next), properties, items, event.isFlow());
  }

  private Mapping mapping(CollectionStartEvent event, int depth) throws UnclearYamlException {
    int start = start(event);
    Properties properties = properties(event, event.getTag());
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.MappingEnd) {
      YamlNode key = node(next, depth + 1, event.isFlow());
      refuseDuplicate(key, lines);
      entries.add(new Entry(key, node(events.next(), depth + 1, event.isFlow())));
      next = events.next();
    }
    return new Mapping(spanTo(start, event, next), properties, entries, event.isFlow());
  }

  private static void refuseDuplicate(YamlNode key, Map<String, Integer> lines)
      throws UnclearYamlException {
    if (key.resolved() instanceof Scalar scalar) {
      Integer first = lines.putIfAbsent(scalar.value(), key.span().line());
      if (first != null) {
        throw new UnclearYamlException(
            "key '%s' appears twice: on line %d and on line %d"
                .formatted(scalar.value(), first, key.span().line()),
            key.span().line());
      }
    }
  }

  private static Properties properties(NodeEvent event, Optional<String> tag) {
    Optional<String> anchor = event.getAnchor().map(Anchor::getValue);
    return anchor.isEmpty() && tag.isEmpty() ? Properties.NONE : new Properties(anchor, tag);
  }

  private static YamlNode.Style style(ScalarEvent event) {
    return switch (event.getScalarStyle()) {
      case SINGLE_QUOTED -> YamlNode.Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED -> YamlNode.Style.DOUBLE_QUOTED;
      case LITERAL -> YamlNode.Style.LITERAL;
      case FOLDED -> YamlNode.Style.FOLDED;
      default -> YamlNode.Style.PLAIN;
    };
  }

  private Span span(int start, Event event) {
    return new Span(start, offsets.of(mark(event.getEndMark())), line(event), column(event));
  }

  private Span spanTo(int start, Event first, Event last) {
    return new Span(start, offsets.of(mark(last.getEndMark())), line(first), column(first));
  }

  private int start(Event event) {
    return offsets.of(mark(event.getStartMark()));
  }

  private static int line(Event event) {
    return mark(event.getStartMark()).getLine() + 1;
  }

  private static int column(Event event) {
    return mark(event.getStartMark()).getColumn();
  }

  private static Mark mark(Optional<Mark> mark) {
    return mark.orElseThrow(() -> new IllegalStateException("the parser was asked for marks"));
  }

  private static UnclearYamlException unclear(String problem, Event event) {
    return new UnclearYamlException(problem, line(event));
  }
}
