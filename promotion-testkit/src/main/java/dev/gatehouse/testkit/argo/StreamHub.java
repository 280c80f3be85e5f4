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
    int times = toRepeat > 0 ? 2 : 1;
    toRepeat = Math.max(0, toRepeat - 1);
    for (StreamClient client : clients) {
      for (int i = 0; i < times; i++) {
        client.offer(type, app);
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
