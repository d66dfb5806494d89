package social.roost.search.names.sql;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import social.roost.search.names.Magnitude;

/**
 * Queries that read an index by magnitude, then by text: those with the greatest magnitude first, without reading what
 * does not fit.
 */
final class ByMagnitude {
    /** After every text that begins in the same way. */
    private static final String LAST = "\uDBFF\uDFFF";

    private ByMagnitude() {}

    /**
     * A query with the parameters {@code from}, {@code to} and {@code most}, for each magnitude.
     *
     * @param columns of the table, which also has a column {@code magnitude}
     * @param text the column that begins in the same way
     */
    static String query(String columns, String table, String text) {
        return IntStream.rangeClosed(Magnitude.SMALLEST, Magnitude.LARGEST)
                .map(i -> Magnitude.LARGEST + Magnitude.SMALLEST - i)
                .mapToObj(magnitude -> "SELECT * FROM (SELECT " + columns + " FROM " + table + " WHERE magnitude = "
                        + magnitude + " AND " + text + " >= :from AND " + text + " < :to ORDER BY " + text
                        + " LIMIT :most) AS of_" + magnitude)
                .collect(Collectors.joining(" UNION ALL ", "SELECT * FROM (", ") AS found"));
    }

    static String end(String beginning) {
        return beginning + LAST;
    }
}
