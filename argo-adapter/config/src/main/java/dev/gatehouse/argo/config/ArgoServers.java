package dev.gatehouse.argo.config;

import dev.gatehouse.argo.config.ArgoServerEntry.Insecure;
import dev.gatehouse.config.controlplane.ServerContext;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.settings.ControlPlaneServer;
import dev.gatehouse.config.shape.Located;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Makes the settings of one Argo CD. */
record ArgoServers(ServerContext context) {
  Optional<ControlPlaneServer> server(ArgoServerEntry entry) {
    boolean plainHttp = insecure(entry, Insecure.PLAIN_HTTP).isPresent();
    boolean anyCertificate = insecure(entry, Insecure.ANY_CERTIFICATE).isPresent();
    Optional<URI> url = address(entry.url());
    url.ifPresent(address -> fits(address, entry));
    entry
        .caFile()
        .filter(file -> anyCertificate)
        .ifPresent(
            file ->
                combination(
                    file,
                    "`insecure: any-certificate` checks no certificate, so certificates to trust have no effect.",
                    "Remove `any-certificate`, or this file."));
    return url.map(
        address ->
            new ArgoSettings(
                address,
                context.secret(entry.tokenFrom()),
                entry.caFile().map(file -> context.path(file.value())),
                plainHttp,
                anyCertificate));
  }

  private Optional<URI> address(Located<String> written) {
    if (context.refusesSecrets(written, "tokenFrom")) {
      return Optional.empty();
    }
    Optional<URI> url = parsed(written.value());
    if (url.isEmpty()) {
      context
          .problems()
          .add(
              written.place(),
              ProblemCodes.WRONG_VALUE,
              "This is not the address of an Argo CD.",
              "Write https:// and its host, such as https://argocd.example.org, with a port or a path if it has one, and nothing behind them.");
    }
    return url;
  }

  private static Optional<URI> parsed(String text) {
    try {
      URI url = new URI(text);
      boolean good =
          ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
              && url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawQuery() == null
              && url.getRawFragment() == null;
      return good ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private void fits(URI url, ArgoServerEntry entry) {
    boolean http = "http".equals(url.getScheme());
    Optional<Located<Insecure>> plainHttp = insecure(entry, Insecure.PLAIN_HTTP);
    if (http && plainHttp.isEmpty()) {
      combination(
          entry.url(),
          "Over http:// the token would be sent in the clear.",
          "Use https://, or write `insecure: plain-http` beside it if you trust everyone on that network.");
    }
    plainHttp
        .filter(word -> !http)
        .ifPresent(
            word ->
                combination(
                    word,
                    "`plain-http` is set for an https:// address, which does not need it.",
                    "Remove it."));
    insecure(entry, Insecure.ANY_CERTIFICATE)
        .filter(word -> http)
        .ifPresent(
            word ->
                combination(
                    word,
                    "`any-certificate` is set for an http:// address, which has no certificate.",
                    "Remove it, or use https://."));
  }

  private void combination(Located<?> at, String what, String next) {
    context.problems().add(at.place(), ProblemCodes.WRONG_COMBINATION, what, next);
  }

  private static Optional<Located<Insecure>> insecure(ArgoServerEntry entry, Insecure wanted) {
    return entry.insecure().stream().filter(word -> word.value() == wanted).findFirst();
  }
}
