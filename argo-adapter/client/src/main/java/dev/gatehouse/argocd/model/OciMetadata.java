package dev.gatehouse.argocd.model;

import java.util.Optional;

/** What an OCI artifact says about itself. */
public record OciMetadata(
    Optional<String> createdAt,
    Optional<String> authors,
    Optional<String> imageUrl,
    Optional<String> docsUrl,
    Optional<String> sourceUrl,
    Optional<String> version,
    Optional<String> description) {}
