package dev.gatehouse.argo.http;

import java.net.URI;
import java.util.Locale;

/** What may be the address of a server. */
final class ServerAddress {
  private ServerAddress() {}

  static URI checked(URI address, boolean plainHttp) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    require(
        scheme.equals("https") || scheme.equals("http"),
        "the address of Argo CD begins with https://");
    require(address.getHost() != null, "the address of Argo CD has no host");
    require(
        address.getRawUserInfo() == null,
        "the address of Argo CD holds a user or password; give a token instead");
    require(
        address.getRawQuery() == null && address.getRawFragment() == null,
        "the address of Argo CD has neither '?' nor '#'");
    require(
        plainHttp || scheme.equals("https"),
        "the address of Argo CD is plain http, which shows the token to everybody on the way; use https, or allow plain http in words");
    return withoutSlash(address);
  }

  private static URI withoutSlash(URI address) {
    String text = address.toString();
    return text.endsWith("/") ? URI.create(text.replaceAll("/+$", "")) : address;
  }

  private static void require(boolean fine, String otherwise) {
    if (!fine) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
