package dev.gatehouse.argo.config;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.config.settings.ControlPlaneServer;
import dev.gatehouse.config.settings.SecretReference;
import dev.gatehouse.stage.ControlPlaneKind;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to log on to the Argo CD of a shard; immutable.
 *
 * @param url its address, without credentials, perhaps with a path
 * @param token where its token is found
 * @param caFile the PEM file with the certificates that vouch for it; empty for those of the Java
 *     runtime
 * @param plainHttp whether the token may go over plain http
 * @param anyCertificate whether every certificate is believed
 */
public record ArgoSettings(
    URI url,
    SecretReference token,
    Optional<Path> caFile,
    boolean plainHttp,
    boolean anyCertificate)
    implements ControlPlaneServer {
  @Override
  public ControlPlaneKind kind() {
    return ArgoApplication.KIND;
  }
}
