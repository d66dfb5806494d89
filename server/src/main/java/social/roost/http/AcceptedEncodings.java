package social.roost.http;

import java.util.List;
import java.util.Locale;

/** The content of {@code Accept-Encoding} (RFC 9110, section 12.5.3). Malformed weights count as 0. */
final class AcceptedEncodings {
    static final String IDENTITY = "identity";
    private static final int ABSENT = -1;

    private final String[] elements;

    /** @param headers every {@code Accept-Encoding} of the request */
    AcceptedEncodings(List<String> headers) {
        elements = String.join(",", headers).toLowerCase(Locale.ROOT).split(",", -1);
    }

    /**
     * Returns the encoding with the highest weight; the first of several, and {@code identity} if none is accepted.
     *
     * @param available encodings other than {@code identity}, the best first
     */
    String best(List<String> available) {
        String best = IDENTITY;
        double bestWeight = weight(IDENTITY);
        for (String encoding : available.reversed()) {
            double weight = weight(encoding);
            if (weight > 0 && weight >= bestWeight) {
                best = encoding;
                bestWeight = weight;
            }
        }
        return best;
    }

    /** {@code identity} is acceptable without being named, but a named encoding is preferred. */
    private double weight(String encoding) {
        double named = find(encoding);
        if (named != ABSENT) {
            return named;
        }
        double others = find("*");
        return encoding.equals(IDENTITY) ? 0 : Math.max(others, 0);
    }

    private double find(String encoding) {
        for (String element : elements) {
            String[] parts = element.split(";", -1);
            if (parts[0].strip().equals(encoding)) {
                return parts.length == 1 ? 1 : weightOf(parts[1].strip());
            }
        }
        return ABSENT;
    }

    private static double weightOf(String parameter) {
        if (!parameter.startsWith("q=")) {
            return 1;
        }
        try {
            double weight = Double.parseDouble(parameter.substring(2).strip());
            return weight >= 0 && weight <= 1 ? weight : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
