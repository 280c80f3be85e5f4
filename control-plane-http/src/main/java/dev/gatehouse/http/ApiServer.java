package dev.gatehouse.http;

import java.net.URI;

/**
 * One server and how to talk to it. Immutable.
 *
 * @param base its address, with the path it is served under, if any ({@code --rootpath})
 * @param credentials where the token comes from
 * @param trust whose certificates are believed
 * @param limits how long to wait and how much to take
 * @param retry how reading requests are tried again
 */
public record ApiServer(
    URI base, Credentials credentials, TlsTrust trust, Limits limits, RetryPolicy retry) {
  /** Starts with the address; plain {@code http} must be allowed in words. */
  public static Builder at(URI base) {
    return new Builder(base);
  }

  /** The address, without secrets. */
  @Override
  public String toString() {
    return base.toString();
  }

  /** Collects the parts; for one thread. */
  public static final class Builder {
    private final URI base;
    private Credentials credentials = Credentials.anonymous();
    private TlsTrust trust = TlsTrust.system();
    private Limits limits = Limits.standard();
    private RetryPolicy retry = RetryPolicy.standard();
    private boolean plainHttp;

    private Builder(URI base) {
      this.base = base;
    }

    /** Asks here for the token, at each request. */
    public Builder credentials(Credentials source) {
      credentials = source;
      return this;
    }

    /** Believes these certificates. */
    public Builder trust(TlsTrust wanted) {
      trust = wanted;
      return this;
    }

    /** Takes other limits. */
    public Builder limits(Limits wanted) {
      limits = wanted;
      return this;
    }

    /** Tries again like this. */
    public Builder retry(RetryPolicy wanted) {
      retry = wanted;
      return this;
    }

    /** Allows an address without TLS: anyone on the network path can read the token. */
    public Builder allowPlainHttp() {
      plainHttp = true;
      return this;
    }

    /**
     * The server.
     *
     * @throws IllegalArgumentException when the address cannot be used, saying why
     */
    public ApiServer build() {
      return new ApiServer(
          ServerAddress.checked(base, plainHttp), credentials, trust, limits, retry);
    }
  }
}
