package social.roost.search.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import social.roost.tweet.text.Entities;

/**
 * Finds the words of tweets and of queries. Whatever the index, both get their words here, so that they agree.
 *
 * <p>The entities of a tweet are taken as they were stored. The words of a hashtag, mention or cashtag are words of the
 * text; those of a link are its host and the words of its path.
 */
public final class TextAnalysis {
    private static final int MOST_WORDS_OF_LINK = 24;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int units;
    private int codePoints;

    private TextAnalysis(String text) {
        this.text = text;
    }

    /** The words of a tweet. */
    public static List<Token> document(String content, Entities entities) {
        TextAnalysis analysis = new TextAnalysis(content);
        int from = 0;
        for (Span span : spans(entities)) {
            int start = content.offsetByCodePoints(0, span.start());
            int end = content.offsetByCodePoints(start, span.end() - span.start());
            analysis.words(from, start, Integer.MAX_VALUE);
            if (span.link()) {
                analysis.link(start, end);
            } else {
                analysis.words(start + 1, end, Integer.MAX_VALUE);
            }
            from = end;
        }
        analysis.words(from, content.length(), Integer.MAX_VALUE);
        return analysis.tokens;
    }

    /**
     * The words of a tweet and of other texts that are searched as a part of it. The position between two texts is
     * empty, so that no phrase continues from one to the next.
     *
     * @return the offsets of each word are those in its own text
     */
    public static List<Token> document(String content, Entities entities, List<String> others) {
        List<Token> tokens = new ArrayList<>(document(content, entities));
        for (String other : others) {
            int first = tokens.isEmpty() ? 0 : tokens.getLast().position() + 2;
            document(other, Entities.NONE).forEach(token -> tokens.add(token.movedBy(first)));
        }
        return tokens;
    }

    /** The words of a part of a query, in order. Single characters only where they stand alone. */
    public static List<Word> words(String part) {
        TextAnalysis analysis = new TextAnalysis(part);
        analysis.words(0, part.length(), Integer.MAX_VALUE);
        List<Word> words = new ArrayList<>();
        int next = 0;
        for (Token token : analysis.tokens) {
            if (token.position() == next) {
                words.add(token.word());
                next++;
            }
        }
        return words;
    }

    private record Span(int start, int end, boolean link) {}

    private static List<Span> spans(Entities entities) {
        return Stream.of(
                        entities.mentions().stream().map(found -> new Span(found.start(), found.end(), false)),
                        entities.hashtags().stream().map(found -> new Span(found.start(), found.end(), false)),
                        entities.cashtags().stream().map(found -> new Span(found.start(), found.end(), false)),
                        entities.urls().stream().map(found -> new Span(found.start(), found.end(), true)))
                .flatMap(spans -> spans)
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
    }

    private void words(int start, int end, int most) {
        int limit = most == Integer.MAX_VALUE ? most : position + most;
        int from = start;
        while (from < end && position < limit) {
            int run = CjkRun.end(text, from, end);
            if (run > from) {
                run(new CjkRun(text, from, run).units());
                from = run;
            } else {
                int to = nextRun(from, end);
                WordBreaks.find(text, from, to, (wordStart, wordEnd, emoji) -> {
                    if (position < limit) {
                        word(wordStart, wordEnd, emoji);
                    }
                });
                from = to;
            }
        }
    }

    private int nextRun(int start, int end) {
        int next = start;
        while (next < end && !CjkRun.includes(text.codePointAt(next))) {
            next += Character.charCount(text.codePointAt(next));
        }
        return Math.min(next, end);
    }

    private void word(int start, int end, boolean emoji) {
        String part = text.substring(start, end);
        String exact = emoji ? Normalization.emoji(part) : Normalization.word(part);
        if (!exact.isEmpty()) {
            add(position++, Word.of(exact), start, end);
        }
    }

    private void run(List<CjkRun.Unit> run) {
        for (int i = 0; i < run.size(); i++) {
            CjkRun.Unit unit = run.get(i);
            int place = position + Math.max(0, Math.min(i, run.size() - 2));
            if (i + 1 < run.size()) {
                CjkRun.Unit next = run.get(i + 1);
                add(place, Word.pair(unit.character() + next.character()), unit.start(), next.end());
            }
            add(place, Word.single(unit.character()), unit.start(), unit.end());
        }
        position += Math.max(run.isEmpty() ? 0 : 1, run.size() - 1);
    }

    private void link(int start, int end) {
        int host = Links.host(text, start, end);
        int path = Links.path(text, host, end);
        String domain = Links.domain(text.substring(host, path));
        if (!domain.isEmpty()) {
            add(position++, Word.of(domain), host, path);
        }
        words(path, end, MOST_WORDS_OF_LINK);
    }

    /** Tokens are found in the order of their starts, so code points are counted once. */
    private void add(int place, Word word, int start, int end) {
        codePoints += text.codePointCount(units, start);
        units = start;
        tokens.add(new Token(place, word, codePoints, codePoints + text.codePointCount(start, end)));
    }
}
