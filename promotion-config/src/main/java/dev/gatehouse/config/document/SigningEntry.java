package dev.gatehouse.config.document;

import dev.gatehouse.config.settings.CommitSettings;
import dev.gatehouse.config.shape.Says;
import java.util.Optional;

/**
 * The key that signs commits.
 *
 * @param format the kind of key
 * @param keyFrom where the private key is found
 * @param passphraseFrom where its passphrase is found
 */
@Says("The key that signs commits.")
public record SigningEntry(
    @Says(value = "The kind of key. Default: openpgp.", examples = "openpgp")
        Optional<CommitSettings.Signing.Format> format,
    @Says("Where the private key is found.") SecretEntry keyFrom,
    @Says("Where its passphrase is found.") Optional<SecretEntry> passphraseFrom) {}
