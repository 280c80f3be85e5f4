package dev.gatehouse.kargoapi.stream;

import dev.gatehouse.http.ApiFailure;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Writes down what a watch tells, and waits for it. */
final class Seen<T> implements WatchListener<T> {
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final Watched<T> watched;

  Seen(Watched<T> watched) {
    this.watched = watched;
  }

  @Override
  public void listed(List<T> all) {
    told.add("listed " + all.stream().map(watched::name).toList());
  }

  @Override
  public void changed(T object) {
    told.add("changed " + watched.name(object));
  }

  @Override
  public void gone(String name) {
    told.add("gone " + name);
  }

  @Override
  public void blind(ApiFailure failure) {
    told.add("blind " + failure.kind());
  }

  /** The next thing that is told; waits for it. */
  String next() throws InterruptedException {
    String next = told.poll(60, TimeUnit.SECONDS);
    return next == null ? "nothing within a minute" : next;
  }

  /** What has been told and not been taken. */
  List<String> rest() {
    return List.copyOf(told);
  }
}
