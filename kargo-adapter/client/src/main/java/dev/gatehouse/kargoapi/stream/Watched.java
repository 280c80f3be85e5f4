package dev.gatehouse.kargoapi.stream;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.kargoapi.client.KargoClient;
import dev.gatehouse.kargoapi.client.KargoList;
import dev.gatehouse.kargoapi.http.KargoCall;
import dev.gatehouse.kargoapi.model.Freight;
import dev.gatehouse.kargoapi.model.ObjectMeta;
import dev.gatehouse.kargoapi.model.Promotion;
import dev.gatehouse.kargoapi.model.Stage;
import dev.gatehouse.kargoapi.model.Warehouse;
import dev.gatehouse.kargoapi.model.WatchEvent;
import java.util.function.Function;

/**
 * A kind of objects that can be followed in a project.
 *
 * <p>Only these four lists of Kargo begin a watch at the version of a list.
 *
 * @param path its part of the address
 * @param type what one of them is read as
 * @param metadata where its name is
 * @param list reads all of them, never old
 * @param <T> what one of them is
 */
public record Watched<T>(
    String path, Class<T> type, Function<T, ObjectMeta> metadata, Lister<T> list) {
  /** Reads all objects of a kind. */
  @FunctionalInterface
  public interface Lister<T> {
    /**
     * Returns them with the version of the list.
     *
     * @throws ApiException when the answer is not a good one
     */
    KargoList<T> list(KargoClient client, String project) throws ApiException;
  }

  /** Promotions, of all Stages: a watch of one Stage reports those of others as deleted. */
  public static Watched<Promotion> promotions() {
    return new Watched<>(
        "promotions",
        Promotion.class,
        Promotion::metadata,
        (client, project) -> client.promotions().list(project));
  }

  /** Stages. */
  public static Watched<Stage> stages() {
    return new Watched<>(
        "stages", Stage.class, Stage::metadata, (client, project) -> client.stages().list(project));
  }

  /** Freight. */
  public static Watched<Freight> freight() {
    return new Watched<>(
        "freight",
        Freight.class,
        Freight::metadata,
        (client, project) -> client.freight().list(project));
  }

  /** Warehouses. */
  public static Watched<Warehouse> warehouses() {
    return new Watched<>(
        "warehouses",
        Warehouse.class,
        Warehouse::metadata,
        (client, project) -> client.warehouses().list(project));
  }

  String name(T object) {
    return metadata.apply(object).name();
  }

  ApiCall call(String project, String version) {
    ApiCall call = KargoCall.get("projects", project, path).with("watch", "true");
    return version.isEmpty() ? call : call.with("resourceVersion", version);
  }

  JavaType event() {
    return TypeFactory.defaultInstance().constructParametricType(WatchEvent.class, type);
  }
}
