package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.CommitsEntry;
import dev.gatehouse.config.document.CredentialsEntry;
import dev.gatehouse.config.document.GatehouseDocument;
import dev.gatehouse.config.document.LedgerEntry;
import dev.gatehouse.config.document.RepositoryEntry;
import dev.gatehouse.config.document.SigningEntry;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.settings.CommitSettings;
import dev.gatehouse.config.settings.ControlPlaneServer;
import dev.gatehouse.config.settings.GatehouseSettings;
import dev.gatehouse.config.settings.GitIdentity;
import dev.gatehouse.config.settings.LedgerSettings;
import dev.gatehouse.config.settings.RepositorySettings;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.stage.Repository;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes repositories and the settings that are not rules. */
record SettingsAssembly(SecretPlaces places, Problems problems) {
  Map<String, Repository> repositories(Listing<RepositoryEntry> written, Names names) {
    Map<String, Repository> repositories = new LinkedHashMap<>();
    names
        .unique("repository", written, RepositoryEntry::name)
        .forEach(
            (name, entry) -> {
              Address address = Address.of(entry.url());
              address.check(entry, problems);
              repositories.put(
                  name,
                  new Repository(
                      name, address.from(places.folder()), entry.branch().orElse("main")));
            });
    return repositories;
  }

  GatehouseSettings assemble(
      GatehouseDocument document,
      Map<String, List<ControlPlaneServer>> servers,
      Directory directory) {
    Map<String, RepositorySettings> repositories = new LinkedHashMap<>();
    for (RepositoryEntry entry : document.repositories()) {
      repositories.putIfAbsent(entry.name().value(), repository(entry, document.commits()));
    }
    return new GatehouseSettings(
        repositories,
        servers,
        document.ledger().map(this::ledger).orElse(LedgerSettings.EMBEDDED),
        document
            .identities()
            .flatMap(identities -> identities.defaultActor())
            .map(actor -> directory.find(actor.value()).map(a -> a.id()).orElse(actor.value())));
  }

  private LedgerSettings ledger(LedgerEntry entry) {
    LedgerAddress address = new LedgerAddress(entry.url());
    address.check(problems);
    return new LedgerSettings(
        Optional.of(address.from(places.folder())),
        entry.user(),
        entry.passwordFrom().map(places::secret));
  }

  private RepositorySettings repository(RepositoryEntry entry, Optional<CommitsEntry> common) {
    Optional<CredentialsEntry> credentials = entry.credentials();
    return new RepositorySettings(
        credentials.flatMap(CredentialsEntry::username),
        credentials.flatMap(CredentialsEntry::tokenFrom).map(places::secret),
        credentials.flatMap(CredentialsEntry::sshKeyFrom).map(places::secret),
        credentials.flatMap(CredentialsEntry::passphraseFrom).map(places::secret),
        credentials.flatMap(CredentialsEntry::knownHosts).map(places::path),
        commits(entry.commits(), common));
  }

  private CommitSettings commits(Optional<CommitsEntry> own, Optional<CommitsEntry> common) {
    GitIdentity author =
        own.flatMap(CommitsEntry::author)
            .or(() -> common.flatMap(CommitsEntry::author))
            .map(GitIdentity::parse)
            .orElse(GitIdentity.GATEHOUSE);
    GitIdentity committer =
        own.flatMap(CommitsEntry::committer)
            .or(() -> own.flatMap(CommitsEntry::author))
            .or(() -> common.flatMap(CommitsEntry::committer))
            .map(GitIdentity::parse)
            .orElse(author);
    Optional<SigningEntry> signing =
        own.flatMap(CommitsEntry::signing).or(() -> common.flatMap(CommitsEntry::signing));
    return new CommitSettings(author, committer, signing.map(this::signing));
  }

  private CommitSettings.Signing signing(SigningEntry entry) {
    return new CommitSettings.Signing(
        entry.format().orElse(CommitSettings.Signing.Format.OPENPGP),
        places.secret(entry.keyFrom()),
        entry.passphraseFrom().map(places::secret));
  }
}
