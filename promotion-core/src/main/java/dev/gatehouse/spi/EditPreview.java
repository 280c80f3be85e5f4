package dev.gatehouse.spi;

import dev.gatehouse.change.CanonicalDigest;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ObjectSeal;
import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.Reason;
import java.util.List;

/** What an edit would do at one target. */
public sealed interface EditPreview {
  /** The kind of preview; one constant per record. */
  enum Kind {
    COMPUTED,
    REFUSED
  }

  /** Returns the kind. */
  Kind kind();

  /**
   * One place that is edited.
   *
   * @param file the file
   * @param place the field, or the whole file
   * @param before the old value, or the old blob's id, or empty when there is none
   * @param after the new value, or the new blob's id, or empty when it goes
   */
  record Edit(String file, String place, String before, String after) {}

  /**
   * The edit can be made.
   *
   * @param base the commit it was computed on
   * @param edits every place that is edited, in order; empty when nothing would change
   * @param diff what that does to the objects
   * @param origins where everything that is rendered there comes from, such as names of images,
   *     without versions
   */
  record Computed(Revision base, List<Edit> edits, ManifestDiff diff, List<String> origins)
      implements EditPreview {
    /** Copies the lists. */
    public Computed {
      edits = List.copyOf(edits);
      origins = List.copyOf(origins);
    }

    /** Creates a preview of a writer that knows no origins. */
    public Computed(Revision base, List<Edit> edits, ManifestDiff diff) {
      this(base, edits, diff, List.of());
    }

    @Override
    public Kind kind() {
      return Kind.COMPUTED;
    }

    /**
     * Returns the digest that a plan seals: the edits and what the touched objects become, not the
     * commit they were computed on.
     */
    public String digest() {
      return editsDigest() + new ObjectSeal(diff, origins).hex();
    }

    /** Returns whether a plan with this digest has the same edits; its objects may differ. */
    public boolean hasEditsOf(String digest) {
      return digest.startsWith(editsDigest());
    }

    private String editsDigest() {
      return new CanonicalDigest().add(edits).hex();
    }
  }

  /** The edit cannot be made: a path or a value is missing, a file cannot be read. */
  record Refused(Reason reason) implements EditPreview {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }
}
