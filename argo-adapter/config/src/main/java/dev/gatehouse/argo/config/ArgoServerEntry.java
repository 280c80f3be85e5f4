package dev.gatehouse.argo.config;

import dev.gatehouse.config.document.SecretEntry;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.OneOrMany;
import dev.gatehouse.config.shape.Says;
import java.util.Optional;

/**
 * An Argo CD and how to log on to it.
 *
 * @param url its address, without credentials
 * @param tokenFrom where its token is found
 * @param caFile the certificates that vouch for it
 * @param insecure the protections that are given up
 */
@Says("An Argo CD and how to log on to it.")
public record ArgoServerEntry(
    @Says(
            value = "Its https:// address, without credentials; it may have a path.",
            examples = "https://argocd.example.org")
        Located<String> url,
    @Says("Where the token of an account or of a project's role is found.") SecretEntry tokenFrom,
    @Says(
            value =
                "The PEM file with the certificates that vouch for it; a relative path starts at this file's folder. Default: those of the Java runtime.",
            examples = "certificates/ca.pem")
        Optional<Located<String>> caFile,
    @Says(
            value =
                "The protections that are given up, by name: plain-http sends the token in the clear, any-certificate believes every server.",
            examples = "plain-http")
        @OneOrMany
        Listing<Located<Insecure>> insecure) {
  /** The protections that can be given up. */
  public enum Insecure {
    PLAIN_HTTP,
    ANY_CERTIFICATE
  }
}
