package dev.gatehouse.stage;

import java.util.Optional;

/**
 * One edit of desired state that promoting a change makes; a target lists several. Paths are
 * relative to the repository.
 */
public sealed interface Update {
  /** The kind of edit; one constant per record. */
  enum Kind {
    KUSTOMIZE_IMAGE,
    KUSTOMIZE_REF,
    YAML_VALUE,
    HELM_CHART,
    ARGO_TARGET_REVISION,
    DIRECTORY_SNAPSHOT
  }

  /** Returns the kind. */
  Kind kind();

  /** Returns the file that is edited, or the folder that is replaced. */
  String file();

  /**
   * Sets {@code newTag} or {@code digest} of an entry under a kustomization's images.
   *
   * @param file the kustomization file
   * @param image the entry's {@code name}
   * @param value what is written; DIGEST writes {@code digest}, TAG_AND_DIGEST both, anything else
   *     {@code newTag}
   * @param addWhenAbsent whether a missing entry is appended instead of refused
   */
  record KustomizeImage(String file, String image, ValueFrom value, boolean addWhenAbsent)
      implements Update {
    @Override
    public Kind kind() {
      return Kind.KUSTOMIZE_IMAGE;
    }
  }

  /**
   * Sets {@code ?ref=} or {@code ?version=} of a remote resource, base or component in a
   * kustomization.
   *
   * @param file the kustomization file
   * @param resource the address up to and without the question mark
   * @param value what is written
   */
  record KustomizeRef(String file, String resource, ValueFrom value) implements Update {
    @Override
    public Kind kind() {
      return Kind.KUSTOMIZE_REF;
    }
  }

  /**
   * Sets the scalar at a path of a YAML file, such as a Helm value.
   *
   * @param file the file
   * @param path keys joined by dots, list members as {@code [0]} or {@code [name=web]}
   * @param value what is written
   * @param addWhenAbsent whether a missing file, or missing keys at the end of the path, are added
   *     instead of refused
   */
  record YamlValue(String file, String path, ValueFrom value, boolean addWhenAbsent)
      implements Update {
    /** Sets a value that is there. */
    public YamlValue(String file, String path, ValueFrom value) {
      this(file, path, value, false);
    }

    @Override
    public Kind kind() {
      return Kind.YAML_VALUE;
    }
  }

  /**
   * Sets the version of a Helm chart: a dependency in Chart.yaml, an entry of helmCharts, or a
   * chart generator.
   *
   * @param file the file
   * @param chart the chart's name; empty where the file holds one chart only
   * @param value what is written
   */
  record HelmChart(String file, Optional<String> chart, ValueFrom value) implements Update {
    @Override
    public Kind kind() {
      return Kind.HELM_CHART;
    }
  }

  /**
   * Sets {@code targetRevision} of an Argo CD Application.
   *
   * @param file the file with the Application
   * @param application the Application's name; empty where the file holds one only
   * @param source the index in {@code spec.sources}; empty for {@code spec.source}
   * @param value what is written
   */
  record ArgoTargetRevision(
      String file, Optional<String> application, Optional<Integer> source, ValueFrom value)
      implements Update {
    @Override
    public Kind kind() {
      return Kind.ARGO_TARGET_REVISION;
    }
  }

  /**
   * Makes a folder equal to another one, deletions included.
   *
   * @param from the folder that is copied
   * @param file the folder that is replaced
   * @param atSource whether the folder is read at the change's source commit, which is then one of
   *     the same repository, instead of at the branch's tip
   */
  record DirectorySnapshot(String from, String file, boolean atSource) implements Update {
    /** Copies from the branch's tip. */
    public DirectorySnapshot(String from, String file) {
      this(from, file, false);
    }

    @Override
    public Kind kind() {
      return Kind.DIRECTORY_SNAPSHOT;
    }
  }
}
