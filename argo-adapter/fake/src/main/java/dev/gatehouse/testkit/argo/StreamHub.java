package dev.gatehouse.testkit.argo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The open streams, and what goes wrong on the way to them; called with the lock held. */
final class StreamHub {
  private final List<StreamClient> clients = new CopyOnWriteArrayList<>();
  private int toLose;
  private int toRepeat;

  void publish(String type, TrackedApplication app) {
    if (clients.isEmpty()) {
      return;
    }
    if (toLose > 0) {
      toLose--;
      return;
    }
    boolean twice = toRepeat > 0;
    toRepeat = Math.max(0, toRepeat - 1);
    for (StreamClient client : clients) {
      client.offer(type, app);
      if (twice) {
        client.repeat(app);
      }
    }
  }

  void loseNext(int events) {
    toLose = events;
  }

  void repeatNext(int events) {
    toRepeat = events;
  }

  List<StreamClient> clients() {
    return clients;
  }
}
