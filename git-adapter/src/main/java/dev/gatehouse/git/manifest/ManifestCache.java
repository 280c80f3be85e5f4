package dev.gatehouse.git.manifest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Keeps parsed files by content id, so that a file that does not differ is parsed once; bounded and
 * thread-safe.
 */
final class ManifestCache {
  private static final int MOST_FILES = 2_000;
  private final Map<ObjectId, ManifestFile> files =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, ManifestFile> eldest) {
          return size() > MOST_FILES;
        }
      };

  synchronized Optional<ManifestFile> get(ObjectId blob) {
    return Optional.ofNullable(files.get(blob));
  }

  synchronized void put(ObjectId blob, ManifestFile file) {
    files.put(blob, file);
  }
}
