package dev.gatehouse.git.remote;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.Pack;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.internal.storage.pack.PackWriter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.pack.PackConfig;

/**
 * Merges the packs of a copy so that their number and their size stay bounded.
 *
 * <p>Takes no lock, so that a killed process leaves none. A pack is deleted only after a newer pack
 * with all its objects is on the disk; a pack with objects that no branch reaches may belong to a
 * write in progress and stays for an hour. Safe while other threads and processes read and write.
 */
final class Compaction {
  private static final System.Logger LOG = System.getLogger(Compaction.class.getName());
  private static final int MOST_PACKS = 40;
  private static final int UNUSABLE = 2 * MOST_PACKS;
  private final ObjectDirectory objects;
  private final FileRepository repository;
  private final List<Pack> packs;

  private Compaction(FileRepository repository) {
    this.repository = repository;
    this.objects = repository.getObjectDatabase();
    this.packs = new ArrayList<>(objects.getPacks());
    packs.removeIf(pack -> pack.shouldBeKept());
    packs.sort(Comparator.comparingLong(Compaction::size));
  }

  /**
   * Merges packs when there are too many of them; the cost is amortized over many fetches.
   *
   * @throws IOException if the copy holds far too many packs and they cannot be merged
   */
  static void whenDue(FileRepository repository) throws IOException {
    Compaction compaction = new Compaction(repository);
    if (compaction.packs.size() <= MOST_PACKS) {
      return;
    }
    try {
      compaction.run();
    } catch (IOException e) {
      // Another process may merge the same packs and delete them first.
      if (compaction.packs.size() > UNUSABLE) {
        throw e;
      }
      LOG.log(System.Logger.Level.DEBUG, "the packs were not merged this time", e);
    }
  }

  /**
   * Merges all packs once the small ones weigh half of the largest; until then only those that are
   * small in comparison, so that a large pack is copied seldom.
   */
  private void run() throws IOException {
    int last = packs.size() - 1;
    long smaller = packs.subList(0, last).stream().mapToLong(Compaction::size).sum();
    if (2 * smaller >= size(packs.get(last))) {
      mergeAll();
    } else {
      mergeSmall(packs.subList(0, last));
    }
  }

  private void mergeAll() throws IOException {
    Set<ObjectId> wanted = new HashSet<>();
    for (Ref ref : repository.getRefDatabase().getRefs()) {
      if (ref.getObjectId() != null) {
        wanted.add(ref.getObjectId());
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    try (PackWriter writer = writer()) {
      writer.preparePack(NullProgressMonitor.INSTANCE, wanted, PackWriter.NONE);
      replace(packs, write(writer), true);
    }
  }

  /** Keeps every object, also one that no branch reaches yet. */
  private void mergeSmall(List<Pack> candidates) throws IOException {
    int end = candidates.size();
    long below = candidates.stream().mapToLong(Compaction::size).sum();
    while (end > 1) {
      long top = size(candidates.get(end - 1));
      below -= top;
      if (top < 2 * below) {
        break;
      }
      end--;
    }
    List<Pack> small = candidates.subList(0, end);
    try (PackWriter writer = writer();
        ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      writer.preparePack(all(small, reader, walk));
      replace(small, write(writer), false);
    }
  }

  private static Iterator<RevObject> all(List<Pack> small, ObjectReader reader, RevWalk walk)
      throws IOException {
    Set<RevObject> found = new LinkedHashSet<>();
    for (Pack pack : small) {
      for (PackIndex.MutableEntry entry : pack) {
        ObjectId id = entry.toObjectId();
        found.add(walk.lookupAny(id, reader.open(id).getType()));
      }
    }
    return found.iterator();
  }

  private PackWriter writer() {
    PackConfig config = new PackConfig(repository);
    config.setThreads(1);
    config.setBuildBitmaps(false);
    return new PackWriter(config, repository.newObjectReader());
  }

  /**
   * Writes a pack under a name of its own: two processes that merge the same objects never write
   * the same file.
   */
  private Path write(PackWriter writer) throws IOException {
    writer.setDeltaBaseAsOffset(true);
    Path folder = objects.getPackDirectory().toPath();
    String name = "pack-" + ObjectId.fromRaw(random()).name();
    Path pack = folder.resolve(name + ".pack");
    Path fresh = folder.resolve(Leftovers.TEMPORARY + name + ".pack");
    Path index = folder.resolve(Leftovers.TEMPORARY + name + ".idx");
    try {
      durably(
          fresh,
          out -> writer.writePack(NullProgressMonitor.INSTANCE, NullProgressMonitor.INSTANCE, out));
      durably(index, writer::writeIndex);
      Files.move(fresh, pack, StandardCopyOption.ATOMIC_MOVE);
      Files.move(index, folder.resolve(name + ".idx"), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
      Files.deleteIfExists(index);
    }
    return pack;
  }

  @FunctionalInterface
  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  private static void durably(Path file, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
      content.to(out);
      out.flush();
      channel.force(true);
    }
  }

  private static byte[] random() {
    byte[] bytes = new byte[Constants.OBJECT_ID_LENGTH];
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    java.nio.ByteBuffer.wrap(bytes)
        .putLong(first.getMostSignificantBits())
        .putLong(first.getLeastSignificantBits())
        .putInt((int) second.getMostSignificantBits());
    return bytes;
  }

  /** Deletes what the new pack replaces; after a merge of all, also what nobody needs. */
  private void replace(List<Pack> old, Path merged, boolean everything) throws IOException {
    Leftovers leftovers = Leftovers.asOf(objects.getDirectory().toPath(), merged);
    Pack now = objects.openPack(merged.toFile());
    for (Pack pack : old) {
      boolean replaced = isPartOf(pack, now);
      if (replaced || (everything && leftovers.isOld(pack.getPackFile().toPath()))) {
        pack.close();
        Leftovers.deletePack(pack.getPackFile().toPath());
      }
    }
    leftovers.sweep();
    if (everything) {
      leftovers.sweepLoose();
    }
  }

  private static boolean isPartOf(Pack pack, Pack other) throws IOException {
    for (PackIndex.MutableEntry entry : pack) {
      if (!other.hasObject(entry.toObjectId())) {
        return false;
      }
    }
    return true;
  }

  private static long size(Pack pack) {
    return pack.getPackFile().length();
  }
}
