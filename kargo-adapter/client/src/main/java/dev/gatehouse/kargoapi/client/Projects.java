package dev.gatehouse.kargoapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.UnexpectedAnswerException;
import dev.gatehouse.kargoapi.http.KargoCall;
import dev.gatehouse.kargoapi.model.AnalysisRun;
import dev.gatehouse.kargoapi.model.AnalysisTemplate;
import dev.gatehouse.kargoapi.model.KargoEvent;
import dev.gatehouse.kargoapi.model.Project;
import dev.gatehouse.kargoapi.model.ProjectConfig;
import dev.gatehouse.kargoapi.model.PromotionTask;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads projects, and what is set and has happened in them.
 *
 * <p>Thread-safe. Each method throws an {@link ApiException} when the answer is not a good one. A
 * missing project is {@code NOT_FOUND} for everyone, also without rights.
 */
public final class Projects {
  private static final int PAGE = 100;
  private final HttpTransport transport;

  Projects(HttpTransport transport) {
    this.transport = transport;
  }

  /** Lists all projects, page by page. A token of one project may not. */
  public List<Project> list() throws ApiException {
    List<Project> all = new ArrayList<>();
    for (int page = 0; ; page++) {
      ProjectPage next = page("", PAGE, page);
      all.addAll(next.items());
      if (next.items().size() < PAGE || all.size() >= next.total()) {
        return List.copyOf(all);
      }
    }
  }

  /**
   * Lists one page.
   *
   * @param filter a part of the name; empty for all
   * @param size how many at most
   * @param page from 0
   */
  public ProjectPage page(String filter, int size, int page) throws ApiException {
    ApiCall call = KargoCall.get("projects");
    ApiCall filtered = filter.isEmpty() ? call : call.with("filter", filter);
    return transport.call(
        filtered.with("pageSize", String.valueOf(size)).with("page", String.valueOf(page)),
        json -> {
          JsonNode answer = AnswerReader.of(JsonNode.class).read(json);
          if (!answer.has("items")) {
            throw new UnexpectedAnswerException("the answer is no list of projects");
          }
          return new ProjectPage(
              Lists.items(json, answer.path("items"), Project.class), answer.path("total").asInt());
        });
  }

  /** Reads a project from the server's cache. */
  public Project get(String project) throws ApiException {
    return transport.call(KargoCall.get("projects", project), AnswerReader.of(Project.class));
  }

  /** Reads how a project is set up; {@code NOT_FOUND} when nothing is. */
  public ProjectConfig config(String project) throws ApiException {
    return transport.call(
        KargoCall.get("projects", project, "config"), AnswerReader.of(ProjectConfig.class));
  }

  /**
   * Reads what happened in the last hour or so: all of it, which may be megabytes. Never poll it.
   */
  public List<KargoEvent> events(String project) throws ApiException {
    return transport
        .call(KargoCall.get("projects", project, "events"), Lists.of(KargoEvent.class))
        .items();
  }

  /** Lists the tasks of a project. */
  public List<PromotionTask> tasks(String project) throws ApiException {
    return transport
        .call(KargoCall.get("projects", project, "promotion-tasks"), Lists.of(PromotionTask.class))
        .items();
  }

  /** Lists the templates of analyses. */
  public List<AnalysisTemplate> analysisTemplates(String project) throws ApiException {
    return transport
        .call(
            KargoCall.get("projects", project, "analysis-templates"),
            Lists.of(AnalysisTemplate.class))
        .items();
  }

  /** Reads a template of analyses. */
  public AnalysisTemplate analysisTemplate(String project, String template) throws ApiException {
    return transport.call(
        KargoCall.get("projects", project, "analysis-templates", template),
        AnswerReader.of(AnalysisTemplate.class));
  }

  /** Reads an analysis that ran. */
  public AnalysisRun analysisRun(String project, String run) throws ApiException {
    return transport.call(
        KargoCall.get("projects", project, "analysis-runs", run),
        AnswerReader.of(AnalysisRun.class));
  }
}
