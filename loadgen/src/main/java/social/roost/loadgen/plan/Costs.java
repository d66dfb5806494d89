package social.roost.loadgen.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The costs from a file, by default {@code costs.json}: each with its origin. */
final class Costs {
    private final Map<Cost, Figure> figures;

    /**
     * One cost.
     *
     * @param measured the day, such as 2026-11-21, or null if it is an assumption
     * @param machine on which it was measured, or null
     * @param source where it is documented, or why it is assumed
     */
    record Figure(
            double value,
            String unit,
            @Nullable String measured,
            @Nullable String machine,
            String source) {}

    private Costs(Map<Cost, Figure> figures) {
        this.figures = figures;
    }

    static Costs builtIn() {
        return new Costs(check(PlanFiles.builtIn("costs.json", File.class).costs()));
    }

    /** @throws IllegalArgumentException if the file does not contain exactly the known costs */
    static Costs read(Path file) throws IOException {
        return new Costs(check(PlanFiles.read(file, File.class).costs()));
    }

    private record File(Map<String, Figure> costs) {}

    private static Map<Cost, Figure> check(Map<String, Figure> named) {
        Map<String, Figure> left = new TreeMap<>(named);
        Map<Cost, Figure> figures = new EnumMap<>(Cost.class);
        for (Cost cost : Cost.values()) {
            Figure figure = left.remove(cost.key());
            if (figure == null) {
                throw new IllegalArgumentException(cost.key() + " is missing");
            }
            check(cost, figure);
            figures.put(cost, figure);
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("unknown cost: " + String.join(", ", left.keySet()));
        }
        return figures;
    }

    private static void check(Cost cost, Figure figure) {
        if (!(figure.value() > 0)) {
            throw new IllegalArgumentException(cost.key() + " must be more than 0");
        }
        if (!cost.unit().equals(figure.unit())) {
            throw new IllegalArgumentException(cost.key() + " is in " + cost.unit() + ", not in " + figure.unit());
        }
        if (figure.measured() != null && figure.machine() == null) {
            throw new IllegalArgumentException(cost.key() + " was measured, but its machine is missing");
        }
    }

    double of(Cost cost) {
        return Objects.requireNonNull(figures.get(cost)).value();
    }

    /** The names of the costs that nobody has measured. */
    List<String> assumed() {
        return keys(false).toList();
    }

    long measured() {
        return keys(true).count();
    }

    private Stream<String> keys(boolean measured) {
        return figures.entrySet().stream()
                .filter(entry -> (entry.getValue().measured() != null) == measured)
                .map(entry -> entry.getKey().key());
    }
}
