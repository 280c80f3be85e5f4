package dev.gatehouse.git.remote;

import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** A token that is given to one host only, whichever host asks. */
final class HostCredentials extends UsernamePasswordCredentialsProvider {
  private final URIish home;

  HostCredentials(URIish home, Access.Token token) {
    super(token.user(), token.token().reveal());
    this.home = home;
  }

  @Override
  public boolean get(URIish asking, CredentialItem... items) {
    return OneHost.isSame(home, asking) && super.get(asking, items);
  }
}
