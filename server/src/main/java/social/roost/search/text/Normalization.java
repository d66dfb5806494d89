package social.roost.search.text;

import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;

/** Unifies what looks or sounds alike: compatible characters, upper and lower case, kinds of apostrophes. */
public final class Normalization {
    private static final int LONGEST = 100;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern PRESENTATION = Pattern.compile("[\uFE0E\uFE0F]");

    private Normalization() {}

    /** Possibly empty. Contains no space and no control character, and its length is limited. */
    static String word(String text) {
        String normal = SPACE.matcher(key(text).replace('\u2019', '\'').replace('\u02BC', '\''))
                .replaceAll("");
        return normal.length() <= LONGEST ? normal : normal.substring(0, normal.offsetByCodePoints(0, LONGEST / 2));
    }

    /** An emoji, whose joiners belong to it. */
    static String emoji(String text) {
        return PRESENTATION.matcher(text).replaceAll("");
    }

    /** The key of a tag or name: equal for texts that differ only in case and in compatible characters. Marks remain. */
    public static String key(String text) {
        return Normalizer2.getNFKCCasefoldInstance().normalize(text);
    }
}
