package dev.gatehouse.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what may be a secret inside a text, by its form: passwords in addresses, values beside a
 * name that sounds secret, the formats of well-known tokens, private keys, and long random words.
 * Pure and thread-safe.
 *
 * <p>Digests of images and commits stay: they are what a promotion is about.
 */
public final class SensitiveText {
  private static final int LONGEST = 1 << 13;
  private static final int RANDOM_LENGTH = 24;
  private static final double RANDOM_BITS = 3.9;

  private static final String NAME = "[\\w.-]{0,60}?(?:" + SensitiveField.WORDS + ")[\\w.-]{0,40}";

  private static final Pattern PRIVATE_KEY =
      Pattern.compile("(?s)-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----.*?(?:-----END [^-]*-----|$)");
  private static final Pattern IN_ADDRESS =
      Pattern.compile("([A-Za-z][\\w+.-]{0,30}://[^\\s/@:]{0,200}:)([^\\s/@]{1,500})(?=@)");
  private static final Pattern BESIDE_NAME =
      Pattern.compile(
          "(?i)((?<![\\w.-])"
              + NAME
              + "[\"']?\\s{0,8}(?:[:=]|=>)\\s{0,8}[\"']?)([^\\s\"',;&}]{1,2000})");
  private static final Pattern ARGUMENT =
      Pattern.compile("(?i)((?<!\\S)--?" + NAME + "\\s{1,8})([^\\s-][^\\s]{0,2000})");
  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?i)(\\b(?:bearer|basic)\\s{1,4})([A-Za-z0-9+/=._~-]{8,})");
  private static final Pattern KNOWN =
      Pattern.compile(
          "\\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\\w{20,}|glpat-[\\w-]{16,}|xox[abprs]-[\\w-]{10,}"
              + "|(?:AKIA|ASIA)[A-Z0-9]{16}|AIza[\\w-]{30,}|ya29\\.[\\w-]{20,}|[sr]k_(?:live|test)_\\w{16,}"
              + "|npm_\\w{30,}|hf_\\w{20,}|dckr_pat_[\\w-]{20,}|hvs\\.[\\w-]{20,}|pypi-[\\w-]{30,}"
              + "|eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*)");
  private static final Pattern WORD =
      Pattern.compile("[A-Za-z0-9+/_=-]{" + RANDOM_LENGTH + ",2000}");

  private SensitiveText() {}

  /** Returns the text with {@link SensitiveField#HIDDEN} where a secret may be. */
  public static String hide(String text) {
    if (text.length() > LONGEST) {
      return hide(text.substring(0, LONGEST)) + "…";
    }
    String shown = PRIVATE_KEY.matcher(text).replaceAll(SensitiveField.HIDDEN);
    shown = KNOWN.matcher(shown).replaceAll(SensitiveField.HIDDEN);
    for (Pattern pattern : List.of(IN_ADDRESS, AUTHORIZATION, BESIDE_NAME, ARGUMENT)) {
      shown = pattern.matcher(shown).replaceAll(SensitiveText::secondPart);
    }
    return WORD.matcher(shown).replaceAll(SensitiveText::random);
  }

  /** A reference to a secret is none. */
  private static String secondPart(MatchResult found) {
    String value = found.group(2);
    boolean plain =
        value.startsWith("$")
            || value.startsWith(SensitiveField.HIDDEN)
            || value.matches("(?i)true|false|null|none|\\d{1,4}|\\{+.*");
    return Matcher.quoteReplacement(plain ? found.group() : found.group(1) + SensitiveField.HIDDEN);
  }

  private static String random(MatchResult found) {
    return Matcher.quoteReplacement(
        isRandom(found.group()) ? SensitiveField.HIDDEN : found.group());
  }

  /** Names have words; digests have one case; random text mixes both cases and digits. */
  private static boolean isRandom(String word) {
    long digits = word.chars().filter(Character::isDigit).count();
    long capitals = word.chars().filter(Character::isUpperCase).count();
    long small = word.chars().filter(Character::isLowerCase).count();
    return digits >= 2 && capitals >= 3 && small >= 3 && bits(word) >= RANDOM_BITS;
  }

  /** Returns the entropy of a character, by how often each is there. */
  private static double bits(String word) {
    Map<Integer, Integer> counts = new HashMap<>();
    word.chars().forEach(c -> counts.merge(c, 1, Integer::sum));
    return counts.values().stream()
        .mapToDouble(count -> (double) count / word.length())
        .map(share -> -share * Math.log(share) / Math.log(2))
        .sum();
  }
}
