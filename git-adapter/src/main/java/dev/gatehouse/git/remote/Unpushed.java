package dev.gatehouse.git.remote;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PackParser;

/**
 * Keeps the objects of one try in memory until the remote has them, so that a lost try leaves
 * nothing on the disk.
 *
 * <p>Reads fall through to the copy below. For one thread; the copy stays open as long as this.
 */
public final class Unpushed extends ObjectInserter {
  private final Repository copy;
  private final Map<ObjectId, ObjectLoader> made = new LinkedHashMap<>();

  /** Creates an empty store above a copy. */
  public Unpushed(Repository copy) {
    this.copy = copy;
  }

  /** Returns the copy as it is with these objects; its refs and settings are the copy's. */
  public Repository repository() {
    return new UnpushedRepository(copy, this);
  }

  /**
   * Writes the objects into the copy: now the remote has them, and no fetch needs to bring them.
   */
  public void keepIn(Mirror mirror) throws IOException {
    try (ObjectInserter inserter = mirror.newInserter(copy)) {
      for (ObjectLoader object : made.values()) {
        inserter.insert(object.getType(), object.getCachedBytes());
      }
      inserter.flush();
    }
  }

  @Override
  public ObjectId insert(int type, long length, InputStream in) throws IOException {
    return insert(type, in.readNBytes(Math.toIntExact(length)));
  }

  @Override
  public ObjectId insert(int type, byte[] data, int from, int length) throws IOException {
    byte[] bytes = java.util.Arrays.copyOfRange(data, from, from + length);
    ObjectId id = idFor(type, bytes);
    made.putIfAbsent(id, new ObjectLoader.SmallObject(type, bytes));
    return id;
  }

  @Override
  public PackParser newPackParser(InputStream in) {
    throw new UnsupportedOperationException("only single objects are made here");
  }

  @Override
  public ObjectReader newReader() {
    return new Reader(copy.newObjectReader());
  }

  /** Does nothing: the objects stay in memory. */
  @Override
  public void flush() {}

  /** Does nothing: what is not kept is dropped with this. */
  @Override
  public void close() {}

  private final class Reader extends ObjectReader {
    private final ObjectReader below;

    private Reader(ObjectReader below) {
      this.below = below;
    }

    @Override
    public ObjectReader newReader() {
      return Unpushed.this.newReader();
    }

    @Override
    public Collection<ObjectId> resolve(AbbreviatedObjectId id) throws IOException {
      List<ObjectId> found = new ArrayList<>(below.resolve(id));
      made.keySet().stream().filter(m -> id.prefixCompare(m) == 0).forEach(found::add);
      return found;
    }

    @Override
    public boolean has(AnyObjectId id, int type) throws IOException {
      return made.containsKey(id.toObjectId()) || below.has(id, type);
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int type) throws IOException {
      ObjectLoader own = made.get(id.toObjectId());
      return own == null ? below.open(id, type) : own;
    }

    @Override
    public Set<ObjectId> getShallowCommits() throws IOException {
      return below.getShallowCommits();
    }

    @Override
    public void close() {
      below.close();
    }
  }
}
