package dev.gatehouse.argo;

import dev.gatehouse.argo.watch.ApplicationWatch;
import dev.gatehouse.argo.watch.WatchSettings;
import dev.gatehouse.argocd.client.ArgoCdClient;
import dev.gatehouse.stage.ShardName;

/** One shard's Argo CD: a client and the watch that all its targets share. */
record ArgoCdShard(ShardName name, ArgoCdClient client, ApplicationWatch watch)
    implements AutoCloseable {
  ArgoCdShard(ShardName name, ArgoCdClient client, WatchSettings rhythm) {
    this(name, client, new ApplicationWatch(client, rhythm));
  }

  @Override
  public void close() {
    watch.close();
    client.close();
  }
}
