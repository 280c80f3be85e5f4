package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Worded;
import dev.gatehouse.stage.ValueFrom;

/** The part of a change that an update writes, as the file names it. */
public enum WrittenPart implements Worded {
  /** The tag. */
  TAG("tag", ValueFrom.Part.TAG),
  /** The digest. */
  DIGEST("digest", ValueFrom.Part.DIGEST),
  /** The tag and the digest. */
  TAG_AND_DIGEST("tagAndDigest", ValueFrom.Part.TAG_AND_DIGEST),
  /** The whole reference. */
  REFERENCE("reference", ValueFrom.Part.REFERENCE),
  /** The source revision. */
  REVISION("revision", ValueFrom.Part.REVISION);

  private final String word;
  private final ValueFrom.Part part;

  WrittenPart(String word, ValueFrom.Part part) {
    this.word = word;
    this.part = part;
  }

  @Override
  public String word() {
    return word;
  }

  /** Returns the part in the words of the domain. */
  public ValueFrom.Part part() {
    return part;
  }
}
