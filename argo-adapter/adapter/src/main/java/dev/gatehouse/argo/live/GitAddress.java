package dev.gatehouse.argo.live;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares addresses of Git repositories: one is often read over HTTPS and written over SSH. */
final class GitAddress {
  private static final Pattern URL =
      Pattern.compile("[a-z][a-z0-9+.-]*://(?:[^/@]*@)?([^/:]*)(?::\\d+)?/*(.*)");
  private static final Pattern SCP = Pattern.compile("(?:[^/@:]*@)?([^/:]+):/*(.*)");
  private static final Pattern AZURE_SSH = Pattern.compile("v3/([^/]+)/([^/]+)/([^/]+)");

  /** The hosts that serve SSH, some on the port of HTTPS, and those that serve HTTPS. */
  private static final Map<String, String> HOSTS =
      Map.of(
          "ssh.github.com", "github.com",
          "altssh.gitlab.com", "gitlab.com",
          "altssh.bitbucket.org", "bitbucket.org",
          "ssh.dev.azure.com", "dev.azure.com");

  private GitAddress() {}

  /** Returns whether two addresses name one repository; case is ignored, as Argo CD does. */
  static boolean isSame(String one, String other) {
    return bare(one).equals(bare(other));
  }

  /** Returns an address without a user and password, for people. */
  static String shown(String url) {
    return Wording.cut(url.replaceFirst("^(https?://)[^/@]*@", "$1"));
  }

  private static String bare(String url) {
    String text = url.strip().toLowerCase(Locale.ROOT).replaceFirst("/*(\\.git)?/*$", "");
    Matcher address = URL.matcher(text);
    if (!address.matches()) {
      address = SCP.matcher(text);
    }
    if (!address.matches()) {
      return text;
    }
    String host = HOSTS.getOrDefault(address.group(1), address.group(1));
    String path = AZURE_SSH.matcher(address.group(2)).replaceFirst("$1/$2/_git/$3");
    return host + "/" + path;
  }
}
