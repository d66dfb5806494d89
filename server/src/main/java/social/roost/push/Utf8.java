package social.roost.push;

/** Cuts texts by their size in UTF-8. */
final class Utf8 {
    private static final String MORE = "…";

    private Utf8() {}

    /** The text, or its beginning and an ellipsis, in at most this many bytes (3 or more), without a half character. */
    static String cut(String text, int bytes) {
        int room = bytes - size(MORE.codePointAt(0));
        int used = 0;
        int end = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            used += size(text.codePointAt(at));
            if (used <= room) {
                end = at + Character.charCount(text.codePointAt(at));
            } else if (used > bytes) {
                return text.substring(0, end) + MORE;
            }
        }
        return text;
    }

    private static int size(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
