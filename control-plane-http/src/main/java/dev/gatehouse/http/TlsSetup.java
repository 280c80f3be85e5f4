package dev.gatehouse.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** Makes OkHttp believe whom it should. */
final class TlsSetup {
  private TlsSetup() {}

  static void apply(TlsTrust trust, OkHttpClient.Builder client) {
    if (trust.kind() == TlsTrust.Kind.SYSTEM) {
      return;
    }
    X509TrustManager manager =
        trust.kind() == TlsTrust.Kind.INSECURE ? new Everybody() : ownCa(trust.pem());
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      client.sslSocketFactory(context.getSocketFactory(), manager);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot set up TLS", e);
    }
    if (trust.kind() == TlsTrust.Kind.INSECURE) {
      client.hostnameVerifier((host, session) -> true);
    }
  }

  private static X509TrustManager ownCa(String pem) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate : certificates(pem)) {
        store.setCertificateEntry("ca-" + number++, certificate);
      }
      if (number == 0) {
        throw new IllegalArgumentException("the CA file holds no certificate");
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return (X509TrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("the CA file is not PEM", e);
    }
  }

  private static Collection<? extends Certificate> certificates(String pem)
      throws CertificateException {
    byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(bytes));
  }

  /** Believes everybody; asked for in words only. */
  private static final class Everybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
