package dev.gatehouse.argo.live;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationSource;
import dev.gatehouse.stage.Target;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which sources of an application are a target's: its project, its repository and its folder.
 *
 * @param index the source that reads the target's folder, from 0; -1 for none
 * @param together the sources of the target's repository that have to be at one revision, with the
 *     index first
 * @param left the sources of the target's repository that keep a revision of their own
 * @param difference how the application differs from the target
 */
public record SourceMatch(
    int index, List<Integer> together, List<Integer> left, Optional<Difference> difference) {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");

  /**
   * What an application has instead of what the target says.
   *
   * @param what what differs
   * @param next what a person can do
   */
  public record Difference(String what, String next) {}

  /** Copies the lists. */
  public SourceMatch {
    together = List.copyOf(together);
    left = List.copyOf(left);
  }

  /** Finds the sources of a target that names an application. */
  public static SourceMatch of(Application application, Target target) {
    List<ApplicationSource> sources = application.spec().allSources();
    List<Integer> ours =
        IntStream.range(0, sources.size())
            .filter(i -> !sources.get(i).isChart())
            .filter(i -> GitAddress.isSame(sources.get(i).repoUrl(), target.repository().url()))
            .boxed()
            .toList();
    String folder = ReadFolders.clean(target.folder());
    int index = new ReadFolders(application, folder).among(ours).findFirst().orElse(-1);
    Optional<Difference> difference = difference(application, target, ours, index);
    if (index < 0) {
      return new SourceMatch(-1, List.of(), List.of(), difference);
    }
    List<Integer> others = ours.stream().filter(i -> i != index).toList();
    List<Integer> moved =
        others.stream().filter(i -> goes(sources.get(i), sources.get(index), target)).toList();
    List<Integer> together =
        IntStream.concat(IntStream.of(index), moved.stream().mapToInt(i -> i)).boxed().toList();
    List<Integer> left = others.stream().filter(i -> !moved.contains(i)).toList();
    return new SourceMatch(index, together, left, difference);
  }

  /** A pin moves all that can follow; else only what names the same revision goes along. */
  private static boolean goes(ApplicationSource other, ApplicationSource main, Target target) {
    boolean pinned =
        ArgoApplication.following(target)
            .filter(a -> a.sync() == ArgoApplication.Sync.PINNED)
            .isPresent();
    return pinned
        ? follows(other, target)
        : other.targetRevision().equals(main.targetRevision())
            || (isBranch(other, target) && isBranch(main, target));
  }

  private static boolean isBranch(ApplicationSource source, Target target) {
    String branch = target.repository().branch();
    return source
        .targetRevision()
        .filter(named -> named.equals(branch) || named.equals("refs/heads/" + branch))
        .isPresent();
  }

  /** Returns whether a source follows the target's branch or HEAD, or is at a commit. */
  private static boolean follows(ApplicationSource source, Target target) {
    String named = source.targetRevision().orElse("HEAD");
    return named.equals("HEAD") || COMMIT.matcher(named).matches() || isBranch(source, target);
  }

  /** Returns why a pin must not be moved: the target's own source is at a tag or other branch. */
  public Optional<Difference> unpinnable(Application application, Target target) {
    if (index < 0 || follows(application.spec().allSources().get(index), target)) {
      return Optional.empty();
    }
    String branch = target.repository().branch();
    return Optional.of(
        new Difference(
            "Source %s, which is neither branch %s, HEAD nor a commit; a pin does not move it."
                .formatted(revision(application, index), branch),
            "Set its targetRevision to %s, or use another `sync` at the target."
                .formatted(branch)));
  }

  /** Returns the sources that keep their revision, for people; empty when there is none. */
  public String leftAlone(Application application) {
    return left.stream()
        .map(i -> "source " + revision(application, i))
        .collect(Collectors.joining(", "));
  }

  private static String revision(Application application, int index) {
    String named = application.spec().allSources().get(index).targetRevision().orElse("HEAD");
    return "%d is at '%s'".formatted(index + 1, Wording.cut(named));
  }

  private static Optional<Difference> difference(
      Application application, Target target, List<Integer> ours, int index) {
    String project = application.spec().project();
    Optional<String> named = ArgoApplication.following(target).map(ArgoApplication::project);
    if (named.filter(project::equals).isEmpty()) {
      return Optional.of(
          new Difference(
              "The application belongs to project '%s', not to '%s'."
                  .formatted(Wording.cut(project), named.orElse("")),
              "Correct `project` at the target's `argo`, or the project of the application."));
    }
    if (index >= 0) {
      return Optional.empty();
    }
    List<ApplicationSource> sources = application.spec().allSources();
    return Optional.of(
        ours.isEmpty()
            ? repository(sources, target)
            : folder(ours.stream().map(sources::get).toList(), target));
  }

  private static Difference repository(List<ApplicationSource> sources, Target target) {
    String found =
        sources.stream()
            .map(source -> GitAddress.shown(source.repoUrl()))
            .distinct()
            .limit(3)
            .collect(Collectors.joining(", "));
    return new Difference(
        "The application renders repository %s, not %s."
            .formatted(
                found.isEmpty() ? "none" : found, GitAddress.shown(target.repository().url())),
        "Name another application, or write the address that Argo CD reads as `url` of the target's"
            + " repository.");
  }

  private static Difference folder(List<ApplicationSource> sources, Target target) {
    String found =
        sources.stream()
            .filter(ReadFolders::renders)
            .map(source -> Wording.cut(source.path().orElse("the root")))
            .distinct()
            .limit(3)
            .collect(Collectors.joining(", "));
    return new Difference(
        "The application renders folder %s, not %s."
            .formatted(found.isEmpty() ? "none" : found, target.folder()),
        "Name the application of this folder; if it reads the folder in another way, name the folder"
            + " in its annotation argocd.argoproj.io/manifest-generate-paths.");
  }
}
