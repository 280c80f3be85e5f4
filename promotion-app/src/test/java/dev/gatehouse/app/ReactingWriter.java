package dev.gatehouse.app;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** Does something when a line is printed, each thing once; on the thread that prints. */
final class ReactingWriter extends StringWriter {
  private record Reaction(Predicate<String> line, Runnable action) {}

  private final List<Reaction> reactions = new ArrayList<>();
  private int read;

  ReactingWriter on(String first, String second, Runnable action) {
    reactions.add(new Reaction(line -> line.contains(first) && line.contains(second), action));
    return this;
  }

  @Override
  public void write(String text) {
    write(text, 0, text.length());
  }

  @Override
  public void write(String text, int from, int length) {
    super.write(text, from, length);
    for (int end = getBuffer().indexOf("\n", read);
        end >= 0;
        end = getBuffer().indexOf("\n", read)) {
      printed(getBuffer().substring(read, end));
      read = end + 1;
    }
  }

  private void printed(String line) {
    for (Iterator<Reaction> each = reactions.iterator(); each.hasNext(); ) {
      Reaction reaction = each.next();
      if (reaction.line().test(line)) {
        each.remove();
        reaction.action().run();
        return;
      }
    }
  }
}
