package dev.gatehouse.http;

import java.net.URI;
import java.util.Locale;

/** What may be the address of a server. */
final class ServerAddress {
  private ServerAddress() {}

  static URI checked(URI address, boolean plainHttp) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    require(
        scheme.equals("https") || scheme.equals("http"),
        "the server's address must begin with https://");
    require(address.getHost() != null, "the server's address has no host");
    require(
        address.getRawUserInfo() == null,
        "the server's address contains a user or password; give a token instead");
    require(
        address.getRawQuery() == null && address.getRawFragment() == null,
        "the server's address must not contain '?' or '#'");
    require(
        plainHttp || scheme.equals("https"),
        "the server's address is plain HTTP: anyone on the network path can read the token; use https, or allow plain HTTP explicitly");
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
