package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void promote() {
    desk = Desk.furnished(folder);
    desk.promote("dev", "--wait");
  }

  @Test
  void aLedgerThatNobodyTouchedIsIntact() {
    Desk.Answer answer = desk.gatehouse("audit", "verify");

    assertThat(answer.code()).isEqualTo(0);
    assertThat(answer.out()).startsWith("INTACT ").contains(" of 1 promotion and ");
  }

  @Test
  void anExportIsVerifiedWithoutTheDatabaseAndOneByteIsFound() {
    assertThat(desk.gatehouse("audit", "export", "--to", "ledger.jsonl").code()).isEqualTo(0);
    assertThat(desk.gatehouse("audit", "export", "--to", "ledger.jsonl").err())
        .startsWith("INVALID file-exists");
    assertThat(desk.gatehouse("audit", "verify", "--export", "ledger.jsonl").code()).isEqualTo(0);

    desk.write(
        "changed.jsonl", desk.read("ledger.jsonl").replaceFirst("trust.tests", "trust.tasts"));
    Desk.Answer found = desk.gatehouse("audit", "verify", "--export", "changed.jsonl");

    assertThat(found.code()).isEqualTo(4);
    assertThat(found.out()).startsWith("ALTERED ledger-row-altered").contains("row 2");
  }

  @Test
  void anExportThatIsNotThereIsSaidSo() {
    assertThat(desk.gatehouse("audit", "verify", "--export", "nowhere.jsonl").err())
        .startsWith("INVALID file-unreadable");
  }

  @Test
  void auditAloneAsksWhatIsMeant() {
    assertThat(desk.gatehouse("audit").code()).isEqualTo(2);
  }
}
