package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.event.Await;

@DisplayName("Dashboards, alerts and their runbooks (L1)")
@Timeout(120)
class DashboardsTest {
    /** Metrics that exist only with stores that are servers; {@link SharedMetricsTest} checks them. */
    static final Set<String> OF_A_CLUSTER =
            Set.of("roost_store_breaker", "roost_store_calls_active", "roost_store_calls_maximum");

    private static final String OF_A_GATEWAY = "roost_gateway_instances";

    @TempDir
    Path folder;

    @Test
    void aRunningServerHasEveryMetricThatTheyAskFor() throws Exception {
        Set<String> wanted = new TreeSet<>(DeployedFiles.metrics());
        assertThat(wanted).hasSizeGreaterThan(25).containsAll(OF_A_CLUSTER).contains(OF_A_GATEWAY);
        wanted.removeAll(OF_A_CLUSTER);
        wanted.remove(OF_A_GATEWAY);
        try (LocalServer roost = new LocalServer(folder)) {
            String alice = roost.token(roost.register("alice"));
            String _ = roost.post(alice, "hello");
            expect(200, roost.get("/api/roost/v1/timelines/home", alice));
            Await.until(() -> {
                System.gc();
                return missing(wanted, roost.server.features().metrics.text()).isEmpty();
            });
        }
    }

    @Test
    void aGatewayTellsOfItsRoles() {
        Map<String, String> flags = Map.of("stores", "cluster", "roles", "gateway", "http.port", "0");
        Config config = ConfigLoader.load(Config.class, new ConfigSources(null, Map.of(), flags))
                .value();
        try (GatewayServer gateway = new GatewayServer(config)) {
            assertThat(DeployedFiles.samples(gateway.metrics().text())).contains(OF_A_GATEWAY);
        }
    }

    static Set<String> missing(Set<String> wanted, String scrape) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(DeployedFiles.samples(scrape));
        return missing;
    }

    @Test
    void eachAlertHasARunbookAndEachRunbookAnAlert() throws IOException {
        for (JsonNode rule : DeployedFiles.rules().findParents("alert")) {
            assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(rule.at("/annotations/runbook").asText())
                    .as(rule.path("alert").asText())
                    .isNotEmpty();
        }
        Set<String> runbooks = new HashSet<>(DeployedFiles.runbooks());
        for (String runbook : runbooks) {
            assertThat(DeployedFiles.ROOT.resolve(runbook)).isNotEmptyFile();
        }
        try (var files = Files.list(DeployedFiles.ROOT.resolve("docs/runbooks"))) {
            assertThat(files.map(file -> "docs/runbooks/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(runbooks);
        }
    }

    @Test
    void dashboardsHaveNamesOfTheirOwnAndPanelsThatAskSomething() throws IOException {
        List<JsonNode> dashboards = DeployedFiles.dashboards();
        assertThat(dashboards).extracting(each -> each.path("uid").asText()).doesNotHaveDuplicates();
        assertThat(dashboards)
                .hasSize(4)
                .allSatisfy(dashboard -> assertThat(dashboard.path("panels"))
                        .isNotEmpty()
                        .allSatisfy(
                                panel -> assertThat(panel.findValues("expr")).isNotEmpty()));
    }

    /** Needs Debian's package prometheus; './roost test' installs it if it may. */
    @ParameterizedTest
    @ValueSource(strings = {"check rules rules.yaml", "test rules rules.test.yaml", "check config prometheus.yaml"})
    void promtoolAgrees(String command) throws Exception {
        String[] words = ("promtool " + command).split(" ", -1);
        Process process = new ProcessBuilder(words)
                .directory(DeployedFiles.PROMETHEUS.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
