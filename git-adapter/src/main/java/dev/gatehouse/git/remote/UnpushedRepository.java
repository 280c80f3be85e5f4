package dev.gatehouse.git.remote;

import java.io.IOException;
import org.eclipse.jgit.attributes.AttributesNodeProvider;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.StoredConfig;

/** Shows JGit's transports a copy together with the objects that are only in memory. */
final class UnpushedRepository extends Repository {
  private final Repository copy;
  private final Objects objects;

  UnpushedRepository(Repository copy, ObjectInserter made) {
    super(new RepositoryBuilder().setGitDir(copy.getDirectory()).setFS(copy.getFS()).setBare());
    this.copy = copy;
    this.objects = new Objects(made);
  }

  @Override
  public void create(boolean bare) {
    throw new UnsupportedOperationException("the copy is there already");
  }

  @Override
  public String getIdentifier() {
    return copy.getIdentifier();
  }

  @Override
  public ObjectDatabase getObjectDatabase() {
    return objects;
  }

  @Override
  public RefDatabase getRefDatabase() {
    return copy.getRefDatabase();
  }

  @Override
  public StoredConfig getConfig() {
    return copy.getConfig();
  }

  @Override
  public AttributesNodeProvider createAttributesNodeProvider() {
    return copy.createAttributesNodeProvider();
  }

  @Override
  public void scanForRepoChanges() throws IOException {
    copy.scanForRepoChanges();
  }

  @Override
  public void notifyIndexChanged(boolean internal) {
    copy.notifyIndexChanged(internal);
  }

  /** Does nothing: the one who opened the copy closes it. */
  @Override
  public void close() {}

  private static final class Objects extends ObjectDatabase {
    private final ObjectInserter made;

    private Objects(ObjectInserter made) {
      this.made = made;
    }

    @Override
    public ObjectInserter newInserter() {
      return made;
    }

    @Override
    public ObjectReader newReader() {
      return made.newReader();
    }

    @Override
    public long getApproximateObjectCount() {
      return -1;
    }

    @Override
    public void close() {}
  }
}
