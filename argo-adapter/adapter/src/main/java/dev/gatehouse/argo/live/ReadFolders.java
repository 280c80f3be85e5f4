package dev.gatehouse.argo.live;

import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the source through which an application reads a folder: by its path, by a file of values or
 * component that it names, or by the annotation that names what it depends on.
 */
record ReadFolders(Application application, String folder) {
  private static final String DEPENDS_ON = "argocd.argoproj.io/manifest-generate-paths";

  /** Returns the indices of the given sources that read the folder, the best reason first. */
  IntStream among(List<Integer> ours) {
    Stream<Integer> read =
        Stream.of(
                ours.stream().filter(i -> path(source(i)).equals(folder) && renders(source(i))),
                ours.stream().filter(i -> isBelow(source(i))),
                ours.stream().filter(this::givesValues),
                ours.stream().filter(i -> dependsOn(source(i))))
            .flatMap(found -> found);
    return read.mapToInt(Integer::intValue);
  }

  private List<ApplicationSource> sources() {
    return application.spec().allSources();
  }

  private ApplicationSource source(int index) {
    return sources().get(index);
  }

  static String path(ApplicationSource source) {
    return clean(source.path().orElse(""));
  }

  /** A source with a name for others and no path renders nothing. */
  static boolean renders(ApplicationSource source) {
    return source.path().isPresent() || source.ref().isEmpty();
  }

  private boolean isBelow(ApplicationSource source) {
    return renders(source)
        && Boolean.TRUE.equals(map(source, "directory").get("recurse"))
        && isIn(folder, path(source));
  }

  private boolean givesValues(int index) {
    ApplicationSource own = source(index);
    String prefix = own.ref().map(name -> "$" + name + "/").orElse("\0");
    boolean byName =
        sources().stream()
            .flatMap(ReadFolders::files)
            .filter(file -> file.startsWith(prefix))
            .anyMatch(file -> isIn(clean(file.substring(prefix.length())), folder));
    return byName
        || files(own)
            .filter(file -> !file.startsWith("$") && !file.contains("://"))
            .anyMatch(file -> isIn(from(own, file), folder))
        || texts(map(own, "kustomize").get("components"))
            .anyMatch(part -> from(own, part).equals(folder));
  }

  private boolean dependsOn(ApplicationSource source) {
    String named = application.metadata().annotations().getOrDefault(DEPENDS_ON, "");
    return Stream.of(named.split(";"))
        .map(String::strip)
        .filter(path -> !path.isEmpty() && !path.equals("."))
        .anyMatch(path -> from(source, path).equals(folder));
  }

  private static Stream<String> files(ApplicationSource source) {
    Map<?, ?> helm = map(source, "helm");
    Stream<String> parameters =
        helm.get("fileParameters") instanceof List<?> list
            ? list.stream()
                .filter(Map.class::isInstance)
                .flatMap(one -> texts(((Map<?, ?>) one).get("path")))
            : Stream.empty();
    return Stream.concat(texts(helm.get("valueFiles")), parameters);
  }

  private static Map<?, ?> map(ApplicationSource source, String key) {
    return source.rest().get(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static Stream<String> texts(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf)
        : Stream.ofNullable(value).map(String::valueOf);
  }

  private static String from(ApplicationSource source, String path) {
    return path.startsWith("/") ? clean(path) : clean(path(source) + "/" + path);
  }

  private static boolean isIn(String inner, String outer) {
    return outer.isEmpty() || inner.startsWith(outer + "/");
  }

  /** Returns a path from the root without empty parts, {@code .} and {@code ..}. */
  static String clean(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.strip().split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
