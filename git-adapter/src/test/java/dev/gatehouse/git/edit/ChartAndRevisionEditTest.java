package dev.gatehouse.git.edit;

import static dev.gatehouse.git.edit.Edits.edited;
import static dev.gatehouse.git.edit.Edits.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.git.edit.EditRefusal.Code;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartAndRevisionEditTest {
  private static final String APPS =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata:
        name: one
      spec:
        source:
          repoURL: https://charts.example.org
          chart: cert-manager
          targetRevision: v1.0.0 # chart
      ---
      apiVersion: argoproj.io/v1alpha1
      kind: ApplicationSet
      metadata:
        name: two
      spec:
        template:
          spec:
            sources:
              - repoURL: https://git.example.org/a
                targetRevision: "main"
              - repoURL: https://git.example.org/b
                path: x
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: v2\nname: app\nversion: 9.9.9\ndependencies:\n- name: caching\n  version: 1.0.0\n",
        "helmCharts:\n- name: caching\n  version: 1.0.0\n  valuesInline: {version: 3}\n",
        "kind: HelmChartInflationGenerator\nname: caching\nversion: 1.0.0\nvaluesInline:\n  version: 9\n",
      })
  void aChartIsFoundWhereverItIsPinned(String text) {
    assertThat(edited(text, new ChartVersionEdit(Optional.of("caching"), "1.1.0+ab12")))
        .isEqualTo(text.replace("1.0.0", "1.1.0+ab12"));
    assertThat(refused(text, new ChartVersionEdit(Optional.of("other"), "2")).code())
        .isEqualTo(Code.NOT_FOUND);
  }

  @Test
  void argoSourcesAreFoundByChartNameAndRepository() {
    assertThat(edited(APPS, new ChartVersionEdit(Optional.of("cert-manager"), "v1.1.0")))
        .isEqualTo(APPS.replace("v1.0.0", "v1.1.0"));
    FileEdit edit = new TargetRevisionEdit("abc", Optional.of("two"), Optional.of(0));
    assertThat(edited(APPS, edit)).isEqualTo(APPS.replace("\"main\"", "\"abc\""));
  }

  @Test
  void anUnclearSourceIsRefused() {
    FileEdit any = new TargetRevisionEdit("abc", Optional.empty(), Optional.empty());
    assertThat(refused(APPS, any).code()).isEqualTo(Code.AMBIGUOUS);
    FileEdit unpinned = new TargetRevisionEdit("abc", Optional.empty(), Optional.of(1));
    assertThat(refused(APPS, unpinned).next()).contains("targetRevision");
  }
}
