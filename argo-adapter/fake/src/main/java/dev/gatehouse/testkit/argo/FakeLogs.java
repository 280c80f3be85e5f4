package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the pods of applications have written; called with the lock held. */
final class FakeLogs {
  private final Map<String, Map<String, List<String>>> byApplication = new TreeMap<>();

  void add(String application, String pod, List<String> lines) {
    byApplication
        .computeIfAbsent(application, unused -> new TreeMap<>())
        .computeIfAbsent(pod, unused -> new ArrayList<>())
        .addAll(lines);
  }

  boolean hasPods(String application) {
    return byApplication.containsKey(application);
  }

  List<ObjectNode> lines(String application, QueryParameters query) {
    List<ObjectNode> found = new ArrayList<>();
    String wanted = query.first("podName");
    byApplication
        .getOrDefault(application, Map.of())
        .forEach(
            (pod, lines) -> {
              if (wanted.isEmpty() || wanted.equals(pod)) {
                tail(lines, query.first("tailLines")).stream()
                    .filter(line -> lets(line, query))
                    .forEach(line -> found.add(piece(pod, line)));
              }
            });
    return found;
  }

  // Cut by the cluster first, and filtered by the server afterwards.
  private static List<String> tail(List<String> lines, String count) {
    int most = count.isEmpty() ? lines.size() : Integer.parseInt(count);
    return lines.subList(Math.max(0, lines.size() - most), lines.size());
  }

  private static boolean lets(String line, QueryParameters query) {
    String filter = query.first("filter");
    boolean inverted = filter.startsWith("!");
    String text = inverted ? filter.substring(1) : filter;
    boolean exact = query.first("matchCase").equals("true");
    boolean there =
        exact
            ? line.contains(text)
            : line.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    return filter.isEmpty() || there != inverted;
  }

  private static ObjectNode piece(String pod, String line) {
    String time = "2026-11-22T10:00:00Z";
    return Json.object()
        .put("content", line)
        .put("timeStamp", time)
        .put("last", false)
        .put("timeStampStr", time)
        .put("podName", pod);
  }
}
