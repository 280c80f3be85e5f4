package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LedgerAddressTest {
  private static final Path FOLDER = Path.of("/srv/rules");

  private static final List<String> DANGEROUS =
      List.of(
          "jdbc:h2:file:./l;INIT=RUNSCRIPT FROM 'x.sql'",
          "jdbc:h2:./l;TRACE_LEVEL_FILE=3",
          "jdbc:h2:./l;",
          "jdbc:h2:mem:x;INIT=CREATE ALIAS X AS 'void x() {}'",
          "jdbc:h2:mem:x",
          "jdbc:h2:tcp://evil.example/l",
          "jdbc:h2:ssl://evil.example/l",
          "jdbc:h2:zip:./l.zip!/l",
          "jdbc:h2:file:nio:./l",
          "jdbc:h2:split:28:./l",
          "jdbc:h2:",
          "jdbc:postgresql://db/x?socketFactory=evil.Factory&socketFactoryArg=x",
          "jdbc:postgresql://db/x?sslmode=require&sslfactory=evil.Factory",
          "jdbc:postgresql://db/x?sslhostnameverifier=evil.Verifier",
          "jdbc:postgresql://db/x?sslpasswordcallback=evil.Callback",
          "jdbc:postgresql://db/x?authenticationPluginClassName=evil.Plugin",
          "jdbc:postgresql://db/x?xmlFactoryFactory=evil.Factory",
          "jdbc:postgresql://db/x?loggerLevel=TRACE&loggerFile=/srv/www/x.jsp",
          "jdbc:postgresql://db/x?service=evil",
          "jdbc:postgresql://db/x?socket%46actory=evil.Factory",
          "jdbc:postgresql://db/x?SSLFACTORY=evil.Factory",
          "jdbc:postgresql://db/x?user=somebody",
          "jdbc:postgresql://db/x?",
          "jdbc:mysql://db/x?allowLoadLocalInfile=true",
          "JDBC:H2:./l;INIT=x",
          "./l");

  @TestFactory
  Stream<DynamicTest> anOptionOfTheLedgersAddressThatMayRunCodeIsRefused() {
    return DANGEROUS.stream().map(url -> DynamicTest.dynamicTest(url, () -> refused(url)));
  }

  private static void refused(String url) {
    assertThat(load(url)).isInstanceOf(LoadedConfiguration.Invalid.class);
    assertThat(((LoadedConfiguration.Invalid) load(url)).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason().where()).contains("$.ledger"));
  }

  @Test
  void whatOnlySaysWhereAndHowTlsIsUsedStaysAsItIs() {
    for (String url :
        List.of(
            "jdbc:postgresql://db.example.com/gatehouse",
            "jdbc:postgresql://a:5432,b:5433/gatehouse?sslmode=verify-full&sslrootcert=/etc/ca.pem",
            "jdbc:h2:file:/var/lib/gatehouse/ledger")) {
      assertThat(address(url)).isEqualTo(url);
    }
  }

  @Test
  void aRelativeLedgerIsRelativeToTheFileThatNamesIt() {
    for (String url : List.of("jdbc:h2:file:./data/l", "jdbc:h2:data/l", "jdbc:h2:./x/../data/l")) {
      assertThat(address(url)).isEqualTo("jdbc:h2:file:/srv/rules/data/l");
    }
  }

  private static String address(String url) {
    return Samples.loaded(load(url)).settings().ledger().url().orElseThrow();
  }

  private static LoadedConfiguration load(String url) {
    String text =
        """
        apiVersion: gatehouse.dev/v1
        ledger: "%s"
        repositories: [{name: deploy, url: ./deploy.git}]
        shards: [eu]
        applications:
          - name: checkout
            folder: apps/checkout/{target}
            updates:
              - kustomizeImage: {file: "apps/checkout/{target}/kustomization.yaml", image: checkout, from: digest}
            stages: [{name: dev, targets: [dev]}]
        """;
    return Samples.loader().load("gatehouse.yaml", text.formatted(url), FOLDER);
  }
}
