package social.roost.base.config;

import java.util.Collection;

/** Finds the known name that was most likely meant. */
final class NearestName {
    private NearestName() {}

    /** The name with the fewest edits; a name's last part counts too, so that "prot" finds "http.port". */
    static String of(String wanted, Collection<String> known) {
        String nearest = "";
        int fewest = Integer.MAX_VALUE;
        for (String name : known) {
            String lastPart = name.substring(name.lastIndexOf('.') + 1);
            int edits = 2 * distance(wanted, name);
            if (!lastPart.equals(name)) {
                edits = Math.min(edits, 2 * distance(wanted, lastPart) + 1);
            }
            if (edits < fewest) {
                fewest = edits;
                nearest = name;
            }
        }
        return nearest;
    }

    /** The number of inserted, removed and replaced characters and swapped neighbours between two texts. */
    static int distance(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int cheapest(int[][] edits, String from, String to, int i, int j) {
        int replace = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int best = Math.min(edits[i - 1][j - 1] + replace, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
