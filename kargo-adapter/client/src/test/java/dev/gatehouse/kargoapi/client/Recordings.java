package dev.gatehouse.kargoapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Exchanges with a real Kargo that were written down; they lie beside the project. */
public final class Recordings {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BLOCK = 512;

  private Recordings() {}

  /**
   * One exchange.
   *
   * @param name where it is: the file and its line from 1
   * @param trimmed what was cut, if anything was
   */
  public record Exchange(
      String name, String note, JsonNode request, JsonNode response, boolean trimmed) {
    public String method() {
      return request.path("method").asText();
    }

    public String path() {
      return request.path("path").asText();
    }

    public String line() {
      return method() + " " + path();
    }

    public int status() {
      return response.path("status").asInt();
    }

    public String contentType() {
      return response.at("/headers/Content-Type").asText("");
    }

    public boolean isStream() {
      return response.has("sseLines");
    }

    public JsonNode body() {
      return response.path("body");
    }

    /** The body as it was on the wire. */
    public String text() {
      boolean json = contentType().startsWith("application/json");
      return body().isTextual() && !json ? body().asText() : json ? body().toString() : "";
    }
  }

  /** Reads all of 1.11.2 and of the 1.12 line; skips the test with a loud line without them. */
  public static List<Exchange> all() {
    Optional<Path> archive = archive();
    if (archive.isEmpty()) {
      String skipped =
          "SKIPPED: kargo-exchanges.tar.gz is not in ../shared/data; nothing was compared with a real Kargo.";
      System.out.println(skipped);
      Assumptions.abort(skipped);
    }
    List<Exchange> all = new ArrayList<>();
    try (InputStream tar =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive.get())))) {
      for (byte[] header = tar.readNBytes(BLOCK); isEntry(header); ) {
        String name = text(header, 0, 100);
        int size = Integer.parseInt(text(header, 124, 12).strip(), 8);
        byte[] content = tar.readNBytes(size);
        tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        if (name.contains("kargo-exchanges")) {
          read(name.replaceAll(".*/", ""), content, all);
        }
        header = tar.readNBytes(BLOCK);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** The exchange with this note, which is told once. */
  public static Exchange noted(String note) {
    List<Exchange> found = all().stream().filter(each -> each.note().equals(note)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(found.size() + " exchanges are noted as " + note);
    }
    return found.get(0);
  }

  private static void read(String file, byte[] content, List<Exchange> all) throws IOException {
    int line = 0;
    for (String each : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
      line++;
      if (!each.isBlank()) {
        JsonNode json = JSON.readTree(each);
        String place = file.replace("kargo-exchanges", "").replace(".jsonl", "") + "#" + line;
        all.add(
            new Exchange(
                place,
                json.path("note").asText(""),
                json.path("request"),
                json.path("response"),
                json.hasNonNull("trimmed")));
      }
    }
  }

  private static Optional<Path> archive() {
    String set = System.getProperty("gatehouse.data", System.getenv("GATEHOUSE_DATA"));
    List<Path> folders = new ArrayList<>();
    if (set != null) {
      folders.add(Path.of(set));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      folders.add(at.resolve("../shared/data").normalize());
    }
    return folders.stream()
        .map(folder -> folder.resolve("kargo-exchanges.tar.gz"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static boolean isEntry(byte[] header) {
    return header.length == BLOCK && header[0] != 0;
  }

  private static String text(byte[] header, int from, int length) {
    String field = new String(header, from, length, StandardCharsets.US_ASCII);
    int end = field.indexOf('\0');
    return end < 0 ? field : field.substring(0, end);
  }
}
