package dev.gatehouse.argocd.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.RetryPolicy;
import dev.gatehouse.http.TlsTrust;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose certificate is believed, with the runtime's own keytool and server. */
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private static Path folder;
  private static HttpsServer server;
  private static String pem;

  @BeforeAll
  static void start() throws IOException, GeneralSecurityException, InterruptedException {
    KeyStore keys = keys("argo", "san=ip:127.0.0.1");
    pem = pem(keys);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private static KeyStore keys(String name, String extension)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path file = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-ext",
                extension,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private static String pem(KeyStore keys) throws GeneralSecurityException {
    String alias = keys.aliases().nextElement();
    byte[] certificate = keys.getCertificate(alias).getEncoded();
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate)
        + "\n-----END CERTIFICATE-----\n";
  }

  private static void call(String host, TlsTrust trust) throws ApiException {
    URI address = URI.create("https://" + host + ":" + server.getAddress().getPort());
    ApiServer to = ApiServer.at(address).trust(trust).retry(RetryPolicy.never()).build();
    try (HttpTransport transport = HttpTransport.to(to, ArgoCdDialect.INSTANCE)) {
      transport.call(ArgoCdCall.get("settings"), AnswerReader.nothing());
    }
  }

  private static void assertTlsFailure(String host, TlsTrust trust) {
    assertThatThrownBy(() -> call(host, trust))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.TLS));
  }

  @Test
  void anUnknownAuthorityIsNotBelieved() {
    assertTlsFailure("127.0.0.1", TlsTrust.system());
  }

  @Test
  void theGivenAuthorityIsBelieved() throws ApiException {
    call("127.0.0.1", TlsTrust.ca(pem));
  }

  @Test
  void theGivenAuthorityIsNotBelievedForAnotherHost() {
    assertTlsFailure("localhost", TlsTrust.ca(pem));
  }

  @Test
  void anotherAuthorityIsNotBelieved()
      throws IOException, GeneralSecurityException, InterruptedException {
    assertTlsFailure("127.0.0.1", TlsTrust.ca(pem(keys("other", "san=dns:other"))));
  }

  @Test
  void anybodyIsBelievedWhenItIsSpeltOut() throws ApiException {
    call("localhost", TlsTrust.insecure());
  }

  @Test
  void whatIsNoCertificateIsRefused() {
    assertThatThrownBy(() -> call("127.0.0.1", TlsTrust.ca("nothing")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
