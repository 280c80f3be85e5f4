package dev.gatehouse.git.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningProgramTest {
  @TempDir Path folder;

  @Test
  void gitAcceptsACommitSignedWithAnSshKey() throws Exception {
    assumeProgram("ssh-keygen", "-?");
    Path key = folder.resolve("key");
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
    Path signers = folder.resolve("signers");
    Files.writeString(
        signers, "gatehouse@localhost " + Files.readString(folder.resolve("key.pub")));
    ObjectId commit = commit(SigningProgram.ssh(key));
    assertThat(
            run(
                "git",
                "-c",
                "gpg.format=ssh",
                "-c",
                "gpg.ssh.allowedSignersFile=" + signers,
                "-C",
                repository().toString(),
                "verify-commit",
                commit.name()))
        .contains("Good \"git\" signature for gatehouse@localhost");
  }

  @Test
  void gitAcceptsACommitSignedWithGpg() throws Exception {
    assumeProgram("gpg", "--version");
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    String home = Files.createDirectory(folder.resolve("g"), mine).toString();
    String user = "gatehouse@localhost";
    run(
        words(
            "gpg --homedir @ --batch --passphrase= --quick-gen-key " + user + " ed25519 sign 0",
            home));
    String sign = "gpg --homedir @ --batch --no-tty --armor --detach-sign --local-user " + user;
    ObjectId commit = commit(new SigningProgram(List.of(words(sign, home)), user));
    Path program = folder.resolve("gpg.sh");
    Files.writeString(program, "#!/bin/sh\nexec gpg --homedir " + home + " \"$@\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    String verify = "git -c gpg.program=" + program + " -C @ verify-commit " + commit.name();
    assertThat(run(words(verify, repository().toString()))).contains("Good signature");
  }

  private static String[] words(String command, String at) {
    return command.replace("@ ", at + " ").split(" ", -1);
  }

  @Test
  void aKeyThatIsNotThereIsSaidAndNothingIsWritten() {
    assertThatThrownBy(() -> commit(SigningProgram.ssh(folder.resolve("none"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none");
  }

  @Test
  void theSameDraftHasTheSameId() throws Exception {
    assertThat(unsigned()).isEqualTo(unsigned());
  }

  private ObjectId unsigned() throws IOException {
    return insert(Optional.empty());
  }

  private ObjectId commit(Signer signer) throws IOException {
    return insert(Optional.of(signer));
  }

  private ObjectId insert(Optional<Signer> signer) throws IOException {
    try (Repository repository =
        new RepositoryBuilder().setGitDir(repository().toFile()).setBare().build()) {
      if (!Files.exists(repository())) {
        repository.create(true);
      }
      try (ObjectInserter inserter = repository.newObjectInserter()) {
        ObjectId tree = inserter.insert(new TreeFormatter());
        Trailers trailers = new Trailers("p-1", "a", "write", Optional.empty(), OptionalLong.of(7));
        ObjectId parent = insertRoot(inserter, tree);
        CommitDraft draft =
            new CommitDraft(
                tree,
                parent,
                Identity.GATEHOUSE,
                Identity.GATEHOUSE,
                Instant.parse("2026-11-22T10:00:00Z"),
                trailers.message("Promote", "Body"));
        ObjectId id = draft.insert(inserter, signer);
        inserter.flush();
        return id;
      }
    }
  }

  private static ObjectId insertRoot(ObjectInserter inserter, ObjectId tree) throws IOException {
    byte[] root =
        ("tree " + tree.name() + "\nauthor a <a@b> 0 +0000\ncommitter a <a@b> 0 +0000\n\nRoot\n")
            .getBytes(StandardCharsets.UTF_8);
    return inserter.insert(Constants.OBJ_COMMIT, root);
  }

  private Path repository() {
    return folder.resolve("r.git");
  }

  private static void assumeProgram(String program, String option) {
    boolean found;
    try {
      run(program, option);
      found = true;
    } catch (IOException e) {
      found = !String.valueOf(e.getMessage()).contains("Cannot run program");
    }
    if (!found) {
      System.out.println(
          "SKIPPED: " + program + " is not installed, so that signatures are not proven here");
    }
    assumeThat(found).isTrue();
  }

  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command[0] + " failed: " + output);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return output;
  }
}
