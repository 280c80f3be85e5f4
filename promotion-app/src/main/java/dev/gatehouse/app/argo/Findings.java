package dev.gatehouse.app.argo;

import dev.gatehouse.http.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects findings; a question that Argo CD does not answer is one as well. For one thread. */
final class Findings {
  private final List<Finding> all = new ArrayList<>();

  /** Something that is asked of Argo CD. */
  @FunctionalInterface
  interface Question<T> {
    T ask() throws ApiException;
  }

  /** Asks; a failure is noted under this name and leaves nothing. */
  <T> Optional<T> answer(String about, Question<T> question) {
    try {
      return Optional.of(question.ask());
    } catch (ApiException e) {
      add(Finding.bad(about, e.reason()));
      return Optional.empty();
    }
  }

  void add(Finding finding) {
    all.add(finding);
  }

  List<Finding> list() {
    return List.copyOf(all);
  }
}
