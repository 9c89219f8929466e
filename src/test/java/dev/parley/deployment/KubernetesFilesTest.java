package dev.parley.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import dev.parley.base.config.ConfigurationKey;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The manifests are what the API takes, to the last member, and fit each other. */
class KubernetesFilesTest {
  private static final String FOLDER = "kubernetes/";
  private static final String KUSTOMIZATION = "kustomization.yaml";
  private static final String EXAMPLE = "secret.example.yaml";

  /** What only the start of the container reads. */
  private static final Set<String> NO_KEYS = Set.of("PARLEY_HEAP", "PARLEY_OPS_ADDRESS");

  private static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(ServerConfig.FOLDER.resolve(FOLDER))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Stream<String> manifests() throws IOException {
    return files().filter(file -> !file.equals(KUSTOMIZATION));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void a_manifest_is_what_the_api_takes(String file) {
    assertThat(this.<Object>read(file)).isNotNull();
  }

  @Test
  void a_member_that_the_api_does_not_know_would_be_noticed() {
    String wrong =
        ServerConfig.text(FOLDER + "deployment.yaml").replace("runAsNonRoot", "runAsNobody");
    assertThatThrownBy(() -> parse(wrong)).hasMessageContaining("The field `runAsNobody`");
  }

  @Test
  void the_kustomization_has_all_of_them_but_the_example() throws IOException {
    Map<String, List<String>> kustomization = ServerConfig.yaml(FOLDER + KUSTOMIZATION);
    assertThat(kustomization.get("resources"))
        .containsExactlyInAnyOrderElementsOf(
            manifests().filter(file -> !file.equals(EXAMPLE)).toList());
  }

  @Test
  void every_setting_is_one_that_parley_knows() {
    V1ConfigMap config = read("config.yaml");
    config.getData().forEach(KubernetesFilesTest::accepts);
  }

  private static void accepts(String name, String value) {
    if (!NO_KEYS.contains(name)) {
      assertThat(Stream.of(ConfigurationKey.values()))
          .as(name)
          .anyMatch(key -> key.environmentName().equals(name) && key.accepts(value));
    }
  }

  @Test
  void the_probes_ask_the_operational_port() {
    V1ConfigMap config = read("config.yaml");
    assertThat(config.getData()).containsEntry("PARLEY_OPS_ADDRESS", "0.0.0.0");
    String port = config.getData().get("PARLEY_OPS_PORT");
    assertThat(container().getPorts())
        .anyMatch(
            each -> "ops".equals(each.getName()) && port.equals("" + each.getContainerPort()));
    assertThat(
            List.of(
                container().getStartupProbe(),
                container().getReadinessProbe(),
                container().getLivenessProbe()))
        .extracting(KubernetesFilesTest::asked)
        .containsExactly("ops/health/ready", "ops/health/ready", "ops/health/live");
  }

  private static String asked(V1Probe probe) {
    return probe.getHttpGet().getPort().getStrValue() + probe.getHttpGet().getPath();
  }

  @Test
  void a_pod_has_time_for_notice_and_grace() {
    V1ConfigMap config = read("config.yaml");
    Duration needed =
        Stream.of("PARLEY_STOP_NOTICE", "PARLEY_STOP_GRACE")
            .map(name -> Duration.parse(config.getData().get(name)))
            .reduce(Duration.ofSeconds(10), Duration::plus);
    assertThat(pod().getTerminationGracePeriodSeconds()).isGreaterThan(needed.toSeconds());
  }

  @Test
  void a_container_may_do_as_little_as_it_can() {
    assertThat(pod().getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod().getAutomountServiceAccountToken()).isFalse();
    assertThat(container().getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container().getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(container().getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(ServerConfig.text("docker/Dockerfile"))
        .contains("USER " + pod().getSecurityContext().getRunAsUser() + ":");
  }

  @Test
  void no_secret_stands_in_a_file() {
    V1Secret example = read(EXAMPLE);
    assertThat(example.getStringData().values()).containsOnly("");
    assertThat(container().getEnv())
        .allSatisfy(
            variable -> {
              assertThat(variable.getName()).endsWith("_FILE");
              assertThat(variable.getValue()).startsWith("/secrets/");
              assertThat(example.getStringData())
                  .containsKey(variable.getValue().substring("/secrets/".length()));
            });
  }

  @Test
  void all_of_them_mean_the_same_pods() {
    Map<String, String> pods =
        this.<V1Deployment>read("deployment.yaml")
            .getSpec()
            .getTemplate()
            .getMetadata()
            .getLabels();
    assertThat(this.<V1Service>read("service.yaml").getSpec().getSelector()).isEqualTo(pods);
    assertThat(
            this.<V1PodDisruptionBudget>read("disruption-budget.yaml")
                .getSpec()
                .getSelector()
                .getMatchLabels())
        .isEqualTo(pods);
    assertThat(
            this.<V1NetworkPolicy>read("network-policy.yaml")
                .getSpec()
                .getPodSelector()
                .getMatchLabels())
        .isEqualTo(pods);
  }

  private V1PodSpec pod() {
    return this.<V1Deployment>read("deployment.yaml").getSpec().getTemplate().getSpec();
  }

  private V1Container container() {
    return pod().getContainers().get(0);
  }

  private <T> T read(String file) {
    return parse(ServerConfig.text(FOLDER + file));
  }

  /** The kinds of the API refuse members that they do not know. */
  @SuppressWarnings("unchecked")
  private static <T> T parse(String text) {
    Map<String, Object> document = new Yaml().load(text);
    String type = "io.kubernetes.client.openapi.models.V1" + document.get("kind");
    try {
      return (T)
          Class.forName(type)
              .getMethod("fromJson", String.class)
              .invoke(null, new Gson().toJson(document));
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
