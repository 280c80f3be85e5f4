package dev.gatehouse.git.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.HttpTransport;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.sshd.JGitKeyCache;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/**
 * Sets up JGit's transports: credentials, time limits, and the real receiving program for local
 * repositories.
 */
final class Transports {
  private static final boolean HAS_GIT = findGit();

  private Transports() {}

  static Transport open(Remote remote, Repository local) throws IOException {
    Transport transport;
    try {
      transport = Transport.open(local, remote.url().uri());
    } catch (NotSupportedException | TransportException e) {
      throw new IOException(remote.describe(e));
    }
    transport.setTimeout(remote.timeoutSeconds());
    transport.setCheckFetchedObjects(false);
    if (transport instanceof TransportHttp http) {
      http.setHttpConnectionFactory(
          new OneHost(remote.url().uri(), HttpTransport.getConnectionFactory()));
    }
    if (remote.access() instanceof Access.Token token) {
      transport.setCredentialsProvider(new HostCredentials(remote.url().uri(), token));
    }
    if (transport instanceof SshTransport ssh && remote.access() instanceof Access.SshKey key) {
      ssh.setSshSessionFactory(sessions(key));
    }
    if (remote.url().isLocal() && HAS_GIT) {
      // Two blanks: JGit would take the plain name for its own receiver, which runs no hook and
      // syncs no file.
      transport.setOptionReceivePack("git  receive-pack");
    }
    return transport;
  }

  private static SshdSessionFactory sessions(Access.SshKey key) {
    Path home = key.key().toAbsolutePath().resolveSibling(".");
    return new SshdSessionFactoryBuilder()
        .setPreferredAuthentications("publickey")
        .setHomeDirectory(home.toFile())
        .setSshDirectory(home.toFile())
        .setConfigStoreFactory((h, c, u) -> null)
        .setDefaultIdentities(dir -> List.of(key.key()))
        .setDefaultKnownHostsFiles(dir -> List.of(key.knownHosts()))
        .build(new JGitKeyCache());
  }

  private static boolean findGit() {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    String path = System.getenv("PATH");
    if (windows || path == null) {
      return false;
    }
    return List.of(path.split(":", -1)).stream()
        .filter(d -> !d.isEmpty())
        .anyMatch(d -> Files.isExecutable(Path.of(d, "git")));
  }
}
