package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.OneOrMany;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.ShortForm;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;

/**
 * A person, a service or an assistant.
 *
 * @param id the login; letter case does not matter
 * @param groups the groups it belongs to
 * @param emails the addresses by which its commits are known
 */
@Says("A person, a service or an assistant.")
@ShortForm("id")
public record ActorEntry(
    @Says(value = "The login; letter case does not matter.", examples = "alice")
        @Spelled(Spelling.LOGIN)
        Located<String> id,
    @Says(value = "The groups it belongs to.", examples = "checkout-team")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Listing<Located<String>> groups,
    @Says(value = "The addresses by which its commits are known.", examples = "alice@example.com")
        @Spelled(Spelling.EMAIL)
        @OneOrMany
        Listing<Located<String>> emails) {}
