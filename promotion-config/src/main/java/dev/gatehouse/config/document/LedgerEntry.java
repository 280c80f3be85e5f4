package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.ShortForm;
import java.util.Optional;

/**
 * Where events are kept: an embedded database or PostgreSQL.
 *
 * @param url the JDBC address, without user and password
 * @param user the user that logs on
 * @param passwordFrom where the password is found
 */
@Says("Where events are kept: an embedded database or PostgreSQL.")
@ShortForm("url")
public record LedgerEntry(
    @Says(
            value =
                "The JDBC address, without user and password. A relative path of H2 starts at this"
                    + " file's folder. Options: none for H2, those of TLS for PostgreSQL.",
            examples = {
              "jdbc:h2:file:./.gatehouse/ledger",
              "jdbc:postgresql://db.example.com/gatehouse"
            })
        Located<String> url,
    @Says(value = "The user that logs on.", examples = "gatehouse") Optional<String> user,
    @Says("Where the password is found.") Optional<SecretEntry> passwordFrom) {}
