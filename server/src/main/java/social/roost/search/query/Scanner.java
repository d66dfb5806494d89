package social.roost.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a query into words, phrases, operators and OR. Every text has such parts. */
final class Scanner {
    private static final String STRAIGHT = "\"\u201C\u201D\u201E\u201F\uFF02";
    private static final String OPENING = STRAIGHT + "\u00AB\u00BB\u2039\u203A\u300C\u300E";
    private static final int LONGEST_NAME = 16;

    private final String query;
    private final List<Part> parts = new ArrayList<>();
    private int at;

    private Scanner(String query) {
        this.query = query;
    }

    /**
     * A part of a query.
     *
     * @param operator in lower case; empty for a word or phrase
     * @param start of the whole part, in UTF-16 units
     * @param valueStart of the value, without its quotes
     */
    record Part(Kind kind, boolean negated, String operator, String value, int start, int valueStart) {
        int end() {
            return valueStart + value.length();
        }
    }

    enum Kind {
        WORD,
        PHRASE,
        /** A phrase without its closing quote. */
        OPEN_PHRASE,
        OR
    }

    static List<Part> parts(String query) {
        Scanner scanner = new Scanner(query);
        while (scanner.skipSpace()) {
            scanner.part();
        }
        return scanner.parts;
    }

    /** Whether something follows. */
    private boolean skipSpace() {
        while (at < query.length() && isSpace(query.charAt(at))) {
            at++;
        }
        return at < query.length();
    }

    static boolean isSpace(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit) || Character.isISOControl(unit);
    }

    private void part() {
        int start = at;
        skipBrackets();
        boolean negated = isMinus(at) && at + 1 < query.length() && !isSpace(query.charAt(at + 1)) && !isMinus(at + 1);
        if (negated) {
            at++;
            skipBrackets();
        }
        if (at < query.length() && isQuote(query.charAt(at))) {
            quoted(negated, "", start);
        } else {
            word(negated, start);
        }
    }

    private void skipBrackets() {
        while (at < query.length() && "(\uFF08".indexOf(query.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean isMinus(int index) {
        return index < query.length() && "-\u2212\uFF0D".indexOf(query.charAt(index)) >= 0;
    }

    private static boolean isQuote(char unit) {
        return OPENING.indexOf(unit) >= 0;
    }

    private void quoted(boolean negated, String operator, int start) {
        String closing = closing(query.charAt(at++));
        int from = at;
        while (at < query.length() && closing.indexOf(query.charAt(at)) < 0) {
            at++;
        }
        Kind kind = at < query.length() ? Kind.PHRASE : Kind.OPEN_PHRASE;
        parts.add(new Part(kind, negated, operator, query.substring(from, at), start, from));
        at++;
    }

    private static String closing(char opening) {
        return switch (opening) {
            case '\u00AB' -> "\u00BB";
            case '\u00BB' -> "\u00AB\u00BB";
            case '\u2039' -> "\u203A";
            case '\u203A' -> "\u2039\u203A";
            case '\u300C' -> "\u300D";
            case '\u300E' -> "\u300F";
            default -> STRAIGHT;
        };
    }

    private void word(boolean negated, int start) {
        int from = at;
        while (at < query.length() && !isSpace(query.charAt(at)) && !isQuote(query.charAt(at))) {
            at++;
            if (query.charAt(at - 1) == ':' && isName(from, at - 1)) {
                value(negated, start, from);
                return;
            }
        }
        String word = query.substring(from, at);
        boolean or = word.equals("OR") && !negated;
        parts.add(new Part(or ? Kind.OR : Kind.WORD, negated, "", word, start, from));
    }

    /** What follows the colon of an operator. */
    private void value(boolean negated, int start, int from) {
        String operator = query.substring(from, at - 1).toLowerCase(Locale.ROOT);
        if (at < query.length() && isQuote(query.charAt(at))) {
            quoted(negated, operator, start);
            return;
        }
        int valueStart = at;
        while (at < query.length() && !isSpace(query.charAt(at)) && !isQuote(query.charAt(at))) {
            at++;
        }
        String value = withoutClosingBrackets(query.substring(valueStart, at));
        parts.add(new Part(Kind.WORD, negated, operator, value, start, valueStart));
    }

    private static String withoutClosingBrackets(String value) {
        int end = value.length();
        while (end > 0 && ")\uFF09".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        return value.substring(0, end);
    }

    /** Latin letters, as in the names of operators. */
    private boolean isName(int from, int to) {
        return to > from
                && to - from <= LONGEST_NAME
                && query.substring(from, to)
                        .chars()
                        .allMatch(unit -> (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || unit == '_');
    }
}
