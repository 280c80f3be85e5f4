package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.ExactlyOne;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.NeverLiteral;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import java.util.Optional;

/**
 * Where a secret is found. The secret itself is never written in this file.
 *
 * @param env the environment variable that holds it
 * @param file the file that holds it; a relative path starts at this file's folder
 * @param store the address under which Git's credential helpers keep it
 */
@Says("Where a secret is found. The secret itself is never written in this file.")
@ExactlyOne
@NeverLiteral
public record SecretEntry(
    @Says(value = "The environment variable that holds it.", examples = "GATEHOUSE_TOKEN")
        @Spelled(Spelling.VARIABLE)
        Optional<String> env,
    @Says(
            value = "The file that holds it; a relative path starts at this file's folder.",
            examples = "/run/secrets/deploy-token")
        Optional<String> file,
    @Says(
            value =
                "The address under which Git's credential helpers keep it, as in the keychain of this user.",
            examples = "https://gatehouse@argocd.example.org")
        Optional<Located<String>> store) {}
