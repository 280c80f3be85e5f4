package dev.gatehouse.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateServiceTest {
  @TempDir Path folder;

  @Test
  void aServiceWithoutAWorkerIsAliveAndNotReady() {
    try (House house = House.furnished(folder)) {
      assertThat(house.get("/healthz").statusCode()).isEqualTo(200);
      HttpResponse<String> ready = house.get("/readyz");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("\"worker\" : false");
    }
  }

  @Test
  void aServiceIsReadyWhenLedgerRulesAndWorkerWere() {
    try (House house = House.furnished(folder).work()) {
      HttpResponse<String> ready = untilReady(house);
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(ready.body())
          .contains("\"ledger\" : true", "\"rules\" : true", "\"worker\" : true");
    }
  }

  @Test
  void aLedgerThatBreaksMakesTheServiceUnready() {
    try (House house = House.furnished(folder).work()) {
      assertThat(untilReady(house).statusCode()).isEqualTo(200);
      house.composition().close();
      Instant end = Instant.now().plus(Duration.ofSeconds(60));
      HttpResponse<String> ready = house.get("/readyz");
      while (ready.statusCode() == 200 && Instant.now().isBefore(end)) {
        ready = house.get("/readyz");
      }
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(house.get("/healthz").statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> untilReady(House house) {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    HttpResponse<String> ready = house.get("/readyz");
    while (ready.statusCode() != 200 && Instant.now().isBefore(end)) {
      ready = house.get("/readyz");
    }
    return ready;
  }
}
