package dev.gatehouse.config.assembly;

import dev.gatehouse.config.controlplane.ServerContext;
import dev.gatehouse.config.document.SecretEntry;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.settings.SecretReference;
import dev.gatehouse.config.shape.Located;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes references to secrets and paths of files.
 *
 * @param folder where relative paths start
 * @param problems takes the mistakes
 */
record SecretPlaces(Path folder, Problems problems) implements ServerContext {
  @Override
  public SecretReference secret(SecretEntry entry) {
    return entry
        .env()
        .<SecretReference>map(SecretReference.Environment::new)
        .or(() -> entry.store().flatMap(this::stored))
        .orElseGet(() -> new SecretReference.InFile(path(entry.file().orElse(""))));
  }

  @Override
  public Path path(String written) {
    return folder.resolve(written).normalize();
  }

  @Override
  public boolean refusesSecrets(Located<String> address, String instead) {
    return Address.refuseSecrets(address, instead, problems);
  }

  private Optional<SecretReference> stored(Located<String> written) {
    String text = written.value();
    int end = text.lastIndexOf('@');
    if (end > 0 && text.substring(0, end).replaceFirst("^[^/]*//", "").contains(":")) {
      problems.add(
          written.place(),
          ProblemCodes.SECRET_IN_FILE,
          "The address holds a password; secrets do not belong in this file.",
          "Remove it, hand it to `git credential approve`, and revoke it where it was issued.");
      return Optional.empty();
    }
    try {
      return Optional.of(new SecretReference.InStore(new URI(text)));
    } catch (URISyntaxException | IllegalArgumentException e) {
      problems.add(
          written.place(),
          ProblemCodes.WRONG_VALUE,
          "This is not an address under which a credential is kept.",
          "Write https://, perhaps a user and '@', and a host, such as https://gatehouse@argocd.example.org.");
      return Optional.empty();
    }
  }
}
