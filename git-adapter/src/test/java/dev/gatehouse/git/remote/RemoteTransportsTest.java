package dev.gatehouse.git.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellCommandFactory;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same push over every way to reach a repository. */
class RemoteTransportsTest {
  private static final String TOKEN = "canary/Tok3n+7f";
  @TempDir Path folder;
  private Path bare;

  @BeforeEach
  void makeRemote() throws IOException {
    bare = folder.resolve("remote.git");
    run("git", "init", "-q", "--bare", "-b", "main", bare.toString());
    run("git", "-C", bare.toString(), "config", "http.receivepack", "true");
    Path work = folder.resolve("work");
    run("git", "clone", "-q", bare.toString(), work.toString());
    Files.writeString(work.resolve("f"), "1\n");
    run("git", "-C", work.toString(), "add", "f");
    run(
        "git",
        "-C",
        work.toString(),
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@b",
        "commit",
        "-qm",
        "Start");
    run("git", "-C", work.toString(), "push", "-q", "origin", "HEAD:main");
  }

  @Test
  void aLocalPathAndAFileAddress() throws IOException {
    assertThat(push(Remote.of(bare.toString(), new Access.Anonymous())))
        .isEqualTo(new PushOutcome.Accepted());
    assertThat(
            push(
                Remote.of(
                    bare.toUri().toString().replace("file:/", "file:///"), new Access.Anonymous())))
        .isEqualTo(new PushOutcome.Accepted());
    assertThat(run("git", "-C", bare.toString(), "rev-list", "--count", "main").strip())
        .isEqualTo("3");
  }

  @Test
  void httpWithATokenThatNobodySees() throws IOException {
    try (GitHttpServer server = new GitHttpServer(folder, "me", TOKEN)) {
      String url = server.url("remote.git");
      assertThat(push(Remote.of(url, new Access.Token("me", Secret.of(TOKEN)))))
          .isEqualTo(new PushOutcome.Accepted());
      Access wrong = new Access.Token("me", Secret.of(TOKEN + "x"));
      assertThatThrownBy(() -> push(Remote.of(url, wrong)))
          .isInstanceOf(RemoteUnavailableException.class)
          .hasMessageContaining("not authorized")
          .hasMessageNotContaining(TOKEN);
      assertThat(wrong.toString()).doesNotContain(TOKEN);
    }
  }

  @Test
  void httpsWithACertificateThatTheJvmIsToldToTrustAndNoOther() throws Exception {
    OwnCertificate certificate = OwnCertificate.in(folder);
    try (GitHttpServer server = new GitHttpServer(folder, "me", TOKEN, certificate.forServer())) {
      String url = server.url("remote.git");
      assertThatThrownBy(() -> push(Remote.of(url, new Access.Token("me", Secret.of(TOKEN)))))
          .isInstanceOf(RemoteUnavailableException.class)
          .hasMessageContaining("SSL problems")
          .hasMessageNotContaining(TOKEN);
      assertThat(pushElsewhere(url, certificate))
          .contains(new PushOutcome.Accepted().toString())
          .doesNotContain(TOKEN);
      assertThat(run("git", "-C", bare.toString(), "rev-list", "--count", "main").strip())
          .isEqualTo("2");
    }
  }

  @Test
  void sshWithAKeyAndAKnownHostOnly() throws Exception {
    Path key = folder.resolve("id");
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
    try (SshServer server = SshServer.setUpDefaultServer()) {
      server.setHost("127.0.0.1");
      server.setPort(0);
      SimpleGeneratorHostKeyProvider host =
          new SimpleGeneratorHostKeyProvider(folder.resolve("host"));
      host.setAlgorithm("EC");
      server.setKeyPairProvider(host);
      server.setPublickeyAuthenticator(new AuthorizedKeysAuthenticator(folder.resolve("id.pub")));
      server.setCommandFactory(new ProcessShellCommandFactory());
      server.start();
      String url = "ssh://me@127.0.0.1:" + server.getPort() + bare;
      Path known = folder.resolve("known_hosts");
      Files.writeString(known, "");
      assertThatThrownBy(() -> push(Remote.of(url, new Access.SshKey(key, known))))
          .isInstanceOf(RemoteUnavailableException.class);
      String hostKey = PublicKeyEntry.toString(host.loadKeys(null).iterator().next().getPublic());
      Files.writeString(known, "[127.0.0.1]:" + server.getPort() + " " + hostKey + "\n");
      Remote ssh = Remote.of(url, new Access.SshKey(key, known));
      assertThat(push(ssh)).isEqualTo(new PushOutcome.Accepted());
      assertThat(PushOnce.pushOnAnOlderConnection(folder.resolve("caches"), ssh))
          .isEqualTo(new PushOutcome.Accepted());
    }
  }

  @Test
  void aConnectionThatIsOlderThanTheTipPushesOntoTheTip() throws IOException {
    Path caches = folder.resolve("caches");
    Remote local = Remote.of(bare.toString(), new Access.Anonymous());
    assertThat(PushOnce.pushOnAnOlderConnection(caches, local))
        .isEqualTo(new PushOutcome.Accepted());
    try (GitHttpServer server = new GitHttpServer(folder, "me", TOKEN)) {
      Access token = new Access.Token("me", Secret.of(TOKEN));
      Remote http = Remote.of(server.url("remote.git"), token);
      assertThat(PushOnce.pushOnAnOlderConnection(caches, http))
          .isEqualTo(new PushOutcome.Accepted());
    }
    assertThat(run("git", "-C", bare.toString(), "rev-list", "--count", "main").strip())
        .isEqualTo("5");
  }

  @Test
  void aConnectionThatCannotBeOpenedSaysWhyAndPushesNothing() throws IOException {
    try (GitHttpServer server = new GitHttpServer(folder, "me", TOKEN)) {
      Remote wrong =
          Remote.of(server.url("remote.git"), new Access.Token("me", Secret.of(TOKEN + "x")));
      try (Repository local = Mirror.below(folder.resolve("caches"), wrong).open();
          Push.Connected none = new TransportPush().connect(local, wrong)) {
        assertThat(none.failure().orElseThrow()).isInstanceOf(PushOutcome.Rejected.class);
      }
    }
  }

  @Test
  void aStaleExpectationIsARaceAndNothingIsForced() throws IOException {
    Mirror mirror =
        Mirror.below(folder.resolve("caches"), Remote.of(bare.toString(), new Access.Anonymous()));
    try (Repository local = mirror.open()) {
      ObjectId tip = mirror.fetch(local, "main").orElseThrow();
      ObjectId first = PushOnce.commit(local, tip, "one");
      ObjectId second = PushOnce.commit(local, tip, "two");
      Push push = new TransportPush();
      assertThat(push.push(local, mirror.remote(), new Push.Update("main", tip, first, List.of())))
          .isEqualTo(new PushOutcome.Accepted());
      assertThat(push.push(local, mirror.remote(), new Push.Update("main", tip, second, List.of())))
          .isInstanceOf(PushOutcome.Raced.class);
      assertThat(mirror.fetch(local, "main")).contains(first);
      assertThat(mirror.fetch(local, "nobody")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ext::sh -c touch% x",
        "http://example.org/r.git",
        "git://example.org/r",
        "ssh://-oProxyCommand=x/r",
        "ftp://h/r"
      })
  void otherAddressesAreRefused(String address) {
    assertThatThrownBy(() -> new RemoteUrl(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://");
  }

  @Test
  void aPasswordInAnAddressBecomesATokenAndIsNotShown() {
    RemoteUrl.Parsed parsed = RemoteUrl.parse("https://bot:" + "s3cr3t" + "@git.example.org/r.git");
    assertThat(parsed.url().address()).isEqualTo("https://git.example.org/r.git");
    assertThat(parsed.toString()).doesNotContain("s3cr3t");
    assertThatThrownBy(() -> new RemoteUrl("https://bot:s3cr3t@git.example.org/r.git"))
        .hasMessageNotContaining("s3cr3t");
    Access access = parsed.access().orElseThrow();
    assertThat(access.scrub("fatal: https://bot:s3cr3t@git.example.org said s3cr3t"))
        .doesNotContain("s3cr3t");
  }

  private PushOutcome push(Remote remote) throws IOException {
    return PushOnce.push(folder.resolve("caches"), remote);
  }

  /** Runs a program of its own, which trusts this certificate and no other. */
  private String pushElsewhere(String url, OwnCertificate certificate) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djavax.net.ssl.trustStore=" + certificate.trust(),
                "-Djavax.net.ssl.trustStorePassword=" + OwnCertificate.PASSWORD,
                "-cp",
                System.getProperty("java.class.path"),
                PushOnce.class.getName(),
                folder.resolve("caches-elsewhere").toString(),
                url)
            .redirectErrorStream(true)
            .start();
    try (OutputStream input = process.getOutputStream()) {
      input.write(TOKEN.getBytes(StandardCharsets.UTF_8));
    }
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(List.of(command) + ": " + output);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return output;
  }
}
