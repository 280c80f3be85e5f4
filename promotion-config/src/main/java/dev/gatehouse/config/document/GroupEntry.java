package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.OneOrMany;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.ShortForm;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;

/**
 * A group by its members.
 *
 * @param name its name
 * @param members the ids of its members
 */
@Says("A group by its members.")
@ShortForm("name")
public record GroupEntry(
    @Says(value = "Its name.", examples = "platform") @Spelled(Spelling.NAME) Located<String> name,
    @Says(value = "The ids of its members.", examples = "alice") @Spelled(Spelling.LOGIN) @OneOrMany
        Listing<Located<String>> members) {}
