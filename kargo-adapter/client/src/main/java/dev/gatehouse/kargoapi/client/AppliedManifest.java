package dev.gatehouse.kargoapi.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.kargoapi.model.JsonPart;
import java.util.Optional;

/**
 * What became of one manifest; exactly one of the parts is there.
 *
 * @param created the object that was created
 * @param updated the object as it is now
 * @param deleted the object that was deleted
 * @param error why nothing became of it
 */
public record AppliedManifest(
    @JsonProperty("createdResourceManifest") Optional<JsonPart> created,
    @JsonProperty("updatedResourceManifest") Optional<JsonPart> updated,
    @JsonProperty("deletedResourceManifest") Optional<JsonPart> deleted,
    Optional<String> error) {}
