package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;

/**
 * A registry, or a part of one, that holds copies of images.
 *
 * @param of the original: a registry or the beginning of an image's name
 * @param at the copy
 */
@Says("A registry, or a part of one, that holds copies of images.")
public record MirrorEntry(
    @Says(
            value = "The original: a registry or the beginning of an image's name.",
            examples = "ghcr.io/acme")
        Located<String> of,
    @Says(value = "The copy.", examples = "registry.example.com/ghcr/acme") Located<String> at) {}
