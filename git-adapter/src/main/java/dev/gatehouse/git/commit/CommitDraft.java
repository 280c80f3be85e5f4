package dev.gatehouse.git.commit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * A commit before it is written; the same draft without a signature always has the same id.
 *
 * @param tree the tree it holds
 * @param parent the commit before it
 * @param author who asked for it
 * @param committer who writes it
 * @param at the date of both, cut to seconds
 * @param message the whole message, trailers included
 */
public record CommitDraft(
    ObjectId tree,
    ObjectId parent,
    Identity author,
    Identity committer,
    Instant at,
    String message) {

  /**
   * Writes the commit.
   *
   * @throws IOException when the object cannot be stored or the signing program fails
   */
  public ObjectId insert(ObjectInserter inserter, Optional<Signer> signer) throws IOException {
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree);
    commit.setParentId(parent);
    commit.setAuthor(person(author));
    commit.setCommitter(person(committer));
    commit.setEncoding(StandardCharsets.UTF_8);
    commit.setMessage(message);
    if (signer.isPresent()) {
      commit.setGpgSignature(new GpgSignature(signer.get().sign(commit.build())));
    }
    return inserter.insert(commit);
  }

  private PersonIdent person(Identity identity) {
    return new PersonIdent(identity.name(), identity.email(), at, ZoneOffset.UTC);
  }
}
