package dev.gatehouse.config.document;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.shape.Says;
import java.util.Optional;

/**
 * How to log on to a Git server: a token for https, a key for ssh.
 *
 * @param place where it is
 * @param username the user for https
 * @param tokenFrom where the token or password for https is found
 * @param sshKeyFrom where the private key for ssh is found
 * @param passphraseFrom where the passphrase of the private key is found
 * @param knownHosts the file with the host keys of the server
 */
@Says("How to log on to a Git server: a token for https, a key for ssh.")
public record CredentialsEntry(
    Place place,
    @Says(value = "The user for https. Default: the token alone.", examples = "gatehouse-bot")
        Optional<String> username,
    @Says("Where the token or password for https is found.") Optional<SecretEntry> tokenFrom,
    @Says("Where the private key for ssh is found.") Optional<SecretEntry> sshKeyFrom,
    @Says("Where the passphrase of the private key is found.") Optional<SecretEntry> passphraseFrom,
    @Says(
            value = "The file with the host keys of the server. Default: that of the user.",
            examples = "/etc/gatehouse/known_hosts")
        Optional<String> knownHosts) {}
