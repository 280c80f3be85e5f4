package dev.gatehouse.app.command;

import dev.gatehouse.app.drive.Interruption;
import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.runtime.Worker;
import dev.gatehouse.service.GateService;
import dev.gatehouse.service.ServiceSettings;
import dev.gatehouse.service.web.WebLimits;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.view.Fields;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Answers over HTTP, and takes the steps that are due, until it is stopped. */
@Command(name = "serve", description = "Answer over HTTP, and drive what is due.")
public final class ServeCommand extends EngineCommand {
  static final ReasonCode ADDRESS_UNUSABLE = ReasonCode.of("address-unusable");
  static final ReasonCode PLAIN_HTTP = ReasonCode.of("plain-http");

  @Option(
      names = "--listen",
      paramLabel = "<host:port>",
      description = "Where to listen. Default: 127.0.0.1:8470.")
  String listen = "127.0.0.1:8470";

  @Option(
      names = "--behind-tls",
      description = "A proxy in front of this address ends TLS; needed beyond this machine.")
  boolean behindTls;

  @Option(
      names = "--shards",
      split = ",",
      paramLabel = "<shard>",
      description = "Execute targets of these shards only. Default: every executable one.")
  List<String> shards = List.of();

  private Optional<Interruption> interruption = Optional.empty();

  /** Creates the command in these surroundings. */
  public ServeCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    Set<ShardName> named = shards.isEmpty() ? Set.of() : session.shards(shards);
    InetSocketAddress at = address(listen);
    Optional<Reason> refusal = unprotected(at);
    if (refusal.isPresent()) {
      return ReasonView.refused(refusal.get(), ink());
    }
    return session
        .composition()
        .worker(named, session.caller())
        .either(worker -> served(session, worker, at), reason -> ReasonView.refused(reason, ink()));
  }

  private Report served(Session session, Worker worker, InetSocketAddress at) {
    Interruption awaited = Interruption.awaited();
    interruption = Optional.of(awaited);
    ServiceSettings settings = new ServiceSettings(at, WebLimits.DEFAULT, true);
    try (GateService service = opened(session, settings)) {
      InetSocketAddress bound = service.address();
      String url = "http://" + bound.getHostString() + ":" + bound.getPort();
      progress().println("Serving " + url + "; stop with Ctrl-C.");
      progress().flush();
      service.work(worker, awaited::came);
    }
    return new Report(
        Exit.DONE,
        List.of("Stopped; what was in hand was answered."),
        Fields.of("outcome", "done").map());
  }

  private GateService opened(Session session, ServiceSettings settings) {
    try {
      return GateService.start(session.composition(), settings, around().clock());
    } catch (RuntimeException e) {
      throw new InvalidConfigurationException(
          new Reason(
              ADDRESS_UNUSABLE,
              "The service cannot listen there: " + e.getMessage() + ".",
              "--listen " + listen,
              "Name an address of this machine and a port that no other process has."));
    }
  }

  /** Only now may the process that somebody stopped go: its answer is out. */
  @Override
  protected void ended() {
    interruption.ifPresent(Interruption::close);
    interruption = Optional.empty();
  }

  private Optional<Reason> unprotected(InetSocketAddress at) {
    if (behindTls || (at.getAddress() != null && at.getAddress().isLoopbackAddress())) {
      return Optional.empty();
    }
    return Optional.of(
        new Reason(
            PLAIN_HTTP,
            "The service speaks plain HTTP: anyone on the network path could read the tokens.",
            "--listen " + listen,
            "Listen on 127.0.0.1 behind a proxy that ends TLS; or, if the network between the"
                + " proxy and this address is yours alone, add --behind-tls."));
  }

  private static InetSocketAddress address(String typed) {
    int cut = typed.lastIndexOf(':');
    String host = cut < 0 ? "" : typed.substring(0, cut).replaceAll("[\\[\\]]", "");
    String port = typed.substring(cut + 1);
    if (host.isBlank() || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
      throw new InvalidConfigurationException(
          new Reason(
              ADDRESS_UNUSABLE,
              "Expected a host and a port, found '" + typed + "'.",
              "--listen",
              "Write such as 127.0.0.1:8470; port 0 takes a free one."));
    }
    return new InetSocketAddress(host, Integer.parseInt(port));
  }
}
