package dev.gatehouse.git.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
  private static final Duration DAY = Duration.ofDays(1);
  @TempDir Path folder;
  private Mirror mirror;
  private Repository repository;
  private int made;

  @BeforeEach
  void open() throws IOException {
    mirror = Mirror.below(folder, Remote.of("/nowhere", new Access.Anonymous()));
    repository = mirror.open();
  }

  @AfterEach
  void close() {
    repository.close();
  }

  /** A commit in a pack of its own, as each promotion makes one. */
  private ObjectId commit(boolean onBranch) throws IOException {
    made++;
    try (ObjectInserter inserter = mirror.newInserter(repository)) {
      byte[] text = ("tag: v" + made + "\n").getBytes(StandardCharsets.UTF_8);
      TreeFormatter tree = new TreeFormatter();
      tree.append("f", FileMode.REGULAR_FILE, inserter.insert(Constants.OBJ_BLOB, text));
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(inserter.insert(tree));
      ObjectId tip = repository.resolve("refs/remotes/origin/main");
      if (tip != null) {
        commit.setParentId(tip);
      }
      commit.setAuthor(new PersonIdent("a", "a@b"));
      commit.setCommitter(new PersonIdent("a", "a@b"));
      commit.setMessage("v" + made);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      if (onBranch) {
        mirror.advance(repository, "main", id);
      }
      return id;
    }
  }

  private void compact() throws IOException {
    try (Repository fresh = mirror.open()) {
      Compaction.whenDue((FileRepository) fresh);
    }
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.list(mirror.folder().resolve("objects/pack"))) {
      return all.filter(f -> f.toString().endsWith(ending)).toList();
    }
  }

  private boolean has(ObjectId id) throws IOException {
    try (Repository fresh = mirror.open()) {
      return fresh.getObjectDatabase().has(id);
    }
  }

  private void age(Path file) throws IOException {
    FileTime now = Files.getLastModifiedTime(file);
    Files.setLastModifiedTime(file, FileTime.from(now.toInstant().minus(DAY)));
  }

  @Test
  void manySmallPacksBecomeOneAndNothingIsLost() throws IOException {
    List<ObjectId> all = new ArrayList<>();
    for (int i = 0; i < 41; i++) {
      all.add(commit(true));
    }
    compact();
    assertThat(files(".pack")).hasSize(1);
    assertThat(files(".idx")).hasSize(1);
    for (ObjectId id : all) {
      assertThat(has(id)).isTrue();
    }
  }

  @Test
  void aWriteInProgressKeepsItsObjects() throws IOException {
    for (int i = 0; i < 41; i++) {
      commit(true);
    }
    ObjectId pending = commit(false);
    compact();
    assertThat(has(pending)).isTrue();
    assertThat(files(".pack")).hasSize(2);
  }

  @Test
  void whatNoBranchReachesForAnHourGoes() throws IOException {
    ObjectId lost = commit(false);
    age(files(".pack").get(0));
    for (int i = 0; i < 41; i++) {
      commit(true);
    }
    compact();
    assertThat(has(lost)).isFalse();
  }

  @Test
  void aKillWhileItWritesLeavesNoLockAndItsFilesGoLater() throws IOException {
    Path packs = mirror.folder().resolve("objects/pack");
    List<Path> left =
        List.of(
            packs.resolve(Leftovers.TEMPORARY + "pack-1.pack"),
            packs.resolve("pack-" + "1".repeat(40) + ".pack"),
            packs.resolve("pack-" + "2".repeat(40) + ".idx"),
            packs.resolve("pack-" + "3".repeat(40) + ".keep"),
            mirror.folder().resolve("objects/incoming_1.pack"));
    for (Path file : left) {
      Files.writeString(file, "half");
      age(file);
    }
    Path young = Files.writeString(packs.resolve("pack-" + "4".repeat(40) + ".idx"), "half");
    for (int i = 0; i < 41; i++) {
      commit(true);
    }
    compact();
    assertThat(left).noneMatch(Files::exists);
    assertThat(young).exists();
    assertThat(files(".lock")).isEmpty();
  }

  /** The new pack is in its place, and the old ones are not deleted yet. */
  @Test
  void aKillBeforeTheOldPacksAreDeletedIsMadeUpForByTheNextMerge() throws IOException {
    for (int i = 0; i < 41; i++) {
      commit(true);
    }
    Path old = Files.createDirectories(folder.resolve("old"));
    for (Path file : Stream.concat(files(".pack").stream(), files(".idx").stream()).toList()) {
      Files.copy(file, old.resolve(file.getFileName()));
    }
    compact();
    try (Stream<Path> files = Files.list(old)) {
      for (Path file : files.toList()) {
        Files.copy(file, mirror.folder().resolve("objects/pack").resolve(file.getFileName()));
      }
    }
    assertThat(files(".pack")).hasSize(42);
    compact();
    assertThat(files(".pack")).hasSize(1);
  }

  @Test
  void theAutomaticCollectionOfJGitIsOffInNewAndOldCopies() throws IOException {
    assertThat(repository.getConfig().getInt("gc", "autoPackLimit", -1)).isZero();
    assertThat(repository.getConfig().getBoolean("gc", "autoDetach", true)).isFalse();
    Path config = mirror.folder().resolve("config");
    Files.writeString(config, "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
    try (Repository old = mirror.open()) {
      assertThat(old.getConfig().getInt("gc", "auto", -1)).isZero();
    }
    assertThat(Files.readString(config)).contains("autoPackLimit = 0");
  }
}
