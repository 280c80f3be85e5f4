package dev.gatehouse.argo.stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.argo.model.ApplicationChange;
import java.util.Optional;

/** What stands in one event: a change or an error. */
record StreamEvent(Optional<ApplicationChange> result, Optional<ErrorPart> error) {
  /** How the server reports an error once a stream runs. */
  record ErrorPart(
      @JsonProperty("grpc_code") int code,
      @JsonProperty("http_code") int status,
      Optional<String> message) {}
}
