package dev.gatehouse.argo;

import dev.gatehouse.argocd.model.ApplicationSource;
import dev.gatehouse.stage.Target;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Finds out which source of an application is the repository of a target. */
public final class SourceMatch {
  private SourceMatch() {}

  /**
   * Returns the index from 0: of the source with the target's repository and folder, else of the
   * one with its repository, else of the only one; -1 when several could be meant and none is.
   */
  public static int indexOf(List<ApplicationSource> sources, Target target) {
    int[] same =
        IntStream.range(0, sources.size())
            .filter(i -> isSame(sources.get(i).repoUrl(), target.repository().url()))
            .toArray();
    for (int index : same) {
      if (sources
          .get(index)
          .path()
          .map(SourceMatch::path)
          .orElse("")
          .equals(path(target.folder()))) {
        return index;
      }
    }
    if (same.length > 0) {
      return same[0];
    }
    return sources.size() == 1 ? 0 : -1;
  }

  /**
   * Tells whether two addresses are of one repository, which is often read over https and written
   * over ssh.
   */
  public static boolean isSame(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String url) {
    String text = url.strip().replaceFirst("^[a-z+]+://", "").replaceFirst("^[^/@]*@", "");
    text = text.replaceFirst("^([^/:]+):(\\d+/)?", "$1/").replaceFirst("(\\.git)?/*$", "");
    return text.toLowerCase(Locale.ROOT);
  }

  private static String path(String folder) {
    return folder.replaceFirst("^\\./", "").replaceFirst("/+$", "");
  }
}
