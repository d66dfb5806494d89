package social.roost.ranking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An order of the home timeline. */
public enum Order {
    /** The newest first. */
    LATEST,
    /** The highest score first. */
    TOP,
    /** What is newer than the last tweet seen, the newest first; then the rest, the highest score first. */
    HYBRID;

    /** Its name in the API and in stores, such as {@code latest}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order of this name; empty if there is none. */
    public static Optional<Order> of(String text) {
        return Arrays.stream(values())
                .filter(order -> order.text().equals(text))
                .findFirst();
    }
}
