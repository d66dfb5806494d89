package social.roost.search.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The language of a tweet: what the author's client declares, unless the script contradicts it. It is not guessed from
 * words.
 */
public final class Languages {
    public static final String UNKNOWN = "und";

    /** A word has about as many times more letters in other scripts. */
    private static final int CJK_WEIGHT = 3;

    /** The languages of a script, the most common one first. */
    private static final Map<UnicodeScript, List<String>> OF_SCRIPT = Map.ofEntries(
            Map.entry(UnicodeScript.HIRAGANA, List.of("ja")),
            Map.entry(UnicodeScript.KATAKANA, List.of("ja", "ain")),
            Map.entry(UnicodeScript.HANGUL, List.of("ko")),
            Map.entry(UnicodeScript.HAN, List.of("zh", "ja", "yue", "wuu", "nan", "hak", "lzh", "ko")),
            Map.entry(UnicodeScript.THAI, List.of("th")),
            Map.entry(UnicodeScript.LAO, List.of("lo")),
            Map.entry(UnicodeScript.KHMER, List.of("km")),
            Map.entry(UnicodeScript.MYANMAR, List.of("my", "shn", "mnw")),
            Map.entry(UnicodeScript.GREEK, List.of("el", "grc")),
            Map.entry(UnicodeScript.HEBREW, List.of("he", "iw", "yi", "lad")),
            Map.entry(UnicodeScript.GEORGIAN, List.of("ka", "xmf", "lzz")),
            Map.entry(UnicodeScript.ARMENIAN, List.of("hy")),
            Map.entry(UnicodeScript.BENGALI, List.of("bn", "as", "mni")),
            Map.entry(UnicodeScript.TAMIL, List.of("ta")),
            Map.entry(UnicodeScript.TELUGU, List.of("te")),
            Map.entry(UnicodeScript.KANNADA, List.of("kn", "tcy")),
            Map.entry(UnicodeScript.MALAYALAM, List.of("ml")),
            Map.entry(UnicodeScript.GUJARATI, List.of("gu")),
            Map.entry(UnicodeScript.GURMUKHI, List.of("pa")),
            Map.entry(UnicodeScript.ORIYA, List.of("or")),
            Map.entry(UnicodeScript.SINHALA, List.of("si")),
            Map.entry(UnicodeScript.ETHIOPIC, List.of("am", "ti", "tig")),
            Map.entry(UnicodeScript.TIBETAN, List.of("bo", "dz")));

    private Languages() {}

    /**
     * The primary language of a text.
     *
     * @param declared a language tag; null for none
     */
    public static String of(String text, @Nullable String declared) {
        String language = declared == null ? UNKNOWN : primary(declared);
        UnicodeScript script = mainScript(text);
        List<String> possible = script == null ? null : OF_SCRIPT.get(script);
        return possible == null || possible.contains(language) ? language : possible.getFirst();
    }

    /** The language of a tag, without region and script: {@code en} of {@code EN-au}. */
    public static String primary(String tag) {
        int end = 0;
        while (end < tag.length() && tag.charAt(end) != '-' && tag.charAt(end) != '_') {
            end++;
        }
        return tag.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** That of most letters. Kana make Japanese of a text with Chinese characters. Null if it has no letters. */
    private static @Nullable UnicodeScript mainScript(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(letter -> {
            int _ = letters.merge(UnicodeScript.of(letter), CjkRun.includes(letter) ? CJK_WEIGHT : 1, Integer::sum);
        });
        if (letters.containsKey(UnicodeScript.HIRAGANA) || letters.containsKey(UnicodeScript.KATAKANA)) {
            int together = letters.getOrDefault(UnicodeScript.HIRAGANA, 0)
                    + letters.getOrDefault(UnicodeScript.KATAKANA, 0)
                    + letters.getOrDefault(UnicodeScript.HAN, 0);
            letters.put(UnicodeScript.HIRAGANA, together);
        }
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
