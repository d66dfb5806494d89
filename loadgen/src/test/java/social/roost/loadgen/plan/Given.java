package social.roost.loadgen.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Costs and workloads that are easy to reckon with by hand. */
final class Given {
    private static final double NOTHING = 1e-12;

    private Given() {}

    /** These costs, and next to nothing for all others. */
    static Costs costs(Map<Cost, Double> some) {
        ObjectNode file = file();
        some.forEach((cost, value) -> figure(file, cost).put("value", value));
        try {
            Path path = Files.createTempFile("costs", ".json");
            Files.writeString(path, file.toString());
            Costs costs = Costs.read(path);
            Files.delete(path);
            return costs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file with all costs, next to nothing each, none of them measured. */
    static ObjectNode file() {
        ObjectNode file = new ObjectMapper().createObjectNode();
        ObjectNode costs = file.putObject("costs");
        for (Cost cost : Cost.values()) {
            costs.putObject(cost.key())
                    .put("value", NOTHING)
                    .put("unit", cost.unit())
                    .put("source", "assumed: a test");
        }
        return file;
    }

    static ObjectNode figure(ObjectNode file, Cost cost) {
        return (ObjectNode) file.path("costs").path(cost.key());
    }

    /** The estimate: 500 million users, of whom 40 % are active and 1 % have a stream open. */
    static Workload estimate(long famousAt) {
        return new Workload(500_000_000, 200, 100_000_000, 0.4, 0.01, 35_000, 700, 2, famousAt, 5);
    }

    static Workload users(int users) {
        return new Workload(users, 200, users / 5, 0.4, 0.01, 7e-5 * users, 1.4e-6 * users, 2, 10_000, 5);
    }

    static Prices prices() {
        return new Prices("EUR", 10, 2, 0.1, 0.05, "a test");
    }

    static Node node() {
        return new Node(8, 32, 1000, 0.5);
    }
}
