package dev.gatehouse.service;

import dev.gatehouse.service.web.WebLimits;
import java.net.InetSocketAddress;

/**
 * What a service needs besides the rules.
 *
 * @param at where it listens; port 0 for a free one
 * @param limits what one client may cost
 * @param works whether this process also takes the steps that are due
 */
public record ServiceSettings(InetSocketAddress at, WebLimits limits, boolean works) {
  /** Returns the settings of a service that works and listens here. */
  public static ServiceSettings at(InetSocketAddress address) {
    return new ServiceSettings(address, WebLimits.DEFAULT, true);
  }
}
