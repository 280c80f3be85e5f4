package dev.gatehouse.argocd.stream;

import dev.gatehouse.argocd.model.ApplicationChange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Writes down what a stream tells, as words. */
final class RecordingListener<T> implements StreamListener<T> {
  private final Function<T, String> words;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final CompletableFuture<StreamEnd> end = new CompletableFuture<>();

  RecordingListener(Function<T, String> words) {
    this.words = words;
  }

  static RecordingListener<ApplicationChange> ofApplications() {
    return new RecordingListener<>(
        change -> change.type() + " " + change.application().metadata().name());
  }

  @Override
  public void opened() {
    told.add("opened");
  }

  @Override
  public void changed(T change) {
    told.add(words.apply(change));
  }

  @Override
  public void alive() {
    told.add("alive");
  }

  @Override
  public void ended(StreamEnd reason) {
    told.add("ended " + reason.kind());
    end.complete(reason);
  }

  List<String> told() {
    return told;
  }

  /** Waits for the end, which must come. */
  StreamEnd end() {
    try {
      return end.get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the stream has not ended; it told " + told, e);
    }
  }
}
