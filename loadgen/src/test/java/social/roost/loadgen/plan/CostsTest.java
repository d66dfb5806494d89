package social.roost.loadgen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostsTest {
    @TempDir
    Path folder;

    @Test
    void theBuiltInFileIsComplete() {
        Costs costs = Costs.builtIn();
        assertThat(costs.measured() + costs.assumed().size()).isEqualTo(Cost.values().length);
        assertThat(costs.measured()).isPositive();
    }

    @Test
    void aFileTellsWhatWasMeasured() throws IOException {
        ObjectNode file = Given.file();
        Given.figure(file, Cost.EMBEDDED_READ_CPU)
                .put("value", 19)
                .put("measured", "2026-11-21")
                .put("machine", "two cores");
        Costs costs = read(file.toString());
        assertThat(costs.of(Cost.EMBEDDED_READ_CPU)).isEqualTo(19);
        assertThat(costs.measured()).isEqualTo(1);
        assertThat(costs.assumed()).hasSize(Cost.values().length - 1).doesNotContain("embedded-read-cpu");
    }

    @Test
    void whatDoesNotFitIsNamed() {
        ObjectNode missing = Given.file();
        ((ObjectNode) missing.path("costs")).remove("page-network");
        refused(missing, "page-network is missing");

        ObjectNode unknown = Given.file();
        ((ObjectNode) unknown.path("costs"))
                .set("page-cost", Given.figure(unknown, Cost.PAGE_NETWORK).deepCopy());
        refused(unknown, "unknown cost: page-cost");

        ObjectNode unit = Given.file();
        Given.figure(unit, Cost.EMBEDDED_READ_CPU).put("unit", "ms");
        refused(unit, "embedded-read-cpu is in us, not in ms");

        ObjectNode nothing = Given.file();
        Given.figure(nothing, Cost.EMBEDDED_READ_CPU).put("value", 0);
        refused(nothing, "embedded-read-cpu must be more than 0");

        ObjectNode machine = Given.file();
        Given.figure(machine, Cost.EMBEDDED_READ_CPU).put("measured", "2026-11-21");
        refused(machine, "embedded-read-cpu was measured, but its machine is missing");

        ObjectNode field = Given.file();
        Given.figure(field, Cost.EMBEDDED_READ_CPU).put("worth", 1);
        refused(field, "worth");
    }

    @Test
    void pricesNeedEveryPriceAndNoOther() throws IOException {
        Path file = folder.resolve("prices.json");
        String prices = "\"currency\":\"EUR\",\"vcpu\":1,\"memoryGib\":2,\"diskGib\":3,\"source\":\"a test\"";
        Files.writeString(file, "{" + prices + ",\"trafficGib\":4}");
        assertThat(Prices.read(file)).isEqualTo(new Prices("EUR", 1, 2, 3, 4, "a test"));
        for (String other : List.of("", ",\"trafficGib\":null", ",\"trafficGib\":4,\"cpu\":1", ",\"trafficGib\":-1")) {
            Files.writeString(file, "{" + prices + other + "}");
            assertThatThrownBy(() -> Prices.read(file)).as(other).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Prices.builtIn().vcpu()).isPositive();
    }

    private void refused(ObjectNode file, String message) {
        assertThatThrownBy(() -> read(file.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private Costs read(String json) throws IOException {
        return Costs.read(Files.writeString(folder.resolve("costs.json"), json));
    }
}
