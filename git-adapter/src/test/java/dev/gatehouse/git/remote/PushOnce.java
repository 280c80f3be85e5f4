package dev.gatehouse.git.remote;

import dev.gatehouse.git.commit.CommitDraft;
import dev.gatehouse.git.commit.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Fetches a branch and pushes one commit on top of it; also as a program of its own. */
final class PushOnce {
  private PushOnce() {}

  /** Pushes to the address of the second argument; the token comes from the input. */
  public static void main(String[] args) throws IOException {
    Secret token = Secret.of(new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip());
    Remote remote = Remote.of(args[1], new Access.Token("me", token));
    System.out.println(push(Path.of(args[0]), remote));
  }

  static PushOutcome push(Path caches, Remote remote) throws IOException {
    Mirror mirror = Mirror.below(caches, remote);
    try (Repository local = mirror.open()) {
      ObjectId tip = mirror.fetch(local, "main").orElseThrow();
      ObjectId next = commit(local, tip, "next");
      return new TransportPush()
          .push(local, remote, new Push.Update("main", tip, next, List.of(next)));
    }
  }

  /** Opens the connection, has someone else move the branch, and only then fetches and pushes. */
  static PushOutcome pushOnAnOlderConnection(Path caches, Remote remote) throws IOException {
    Mirror mirror = Mirror.below(caches, remote);
    try (Repository local = mirror.open();
        Push.Connected open = new TransportPush().connect(local, remote)) {
      PushOutcome other = push(caches.resolveSibling("others-caches"), remote);
      if (!(other instanceof PushOutcome.Accepted)) {
        return other;
      }
      ObjectId tip = mirror.fetch(local, "main").orElseThrow();
      ObjectId next = commit(local, tip, "later");
      return open.push(new Push.Update("main", tip, next, List.of(next)));
    }
  }

  static ObjectId commit(Repository local, ObjectId parent, String message) throws IOException {
    try (RevWalk walk = new RevWalk(local);
        ObjectInserter inserter = local.newObjectInserter()) {
      ObjectId tree = walk.parseCommit(parent).getTree();
      ObjectId id =
          new CommitDraft(
                  tree, parent, Identity.GATEHOUSE, Identity.GATEHOUSE, Instant.EPOCH, message)
              .insert(inserter, Optional.empty());
      inserter.flush();
      return id;
    }
  }
}
