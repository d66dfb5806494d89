package social.roost.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import social.roost.search.text.TextAnalysis;
import social.roost.search.text.Token;
import social.roost.tweet.text.Entities;

/**
 * Finds what a tweet is about: its hashtags, and its phrases of one to three words next to each other. Stop words,
 * punctuation, emoji and all entities end a phrase. A phrase has at least four letters, or two Chinese, Japanese or
 * Korean characters, and not only digits or Hiragana.
 */
public final class TopicExtraction {
    /** The hashtags first. */
    static final int MOST_TOPICS = 60;

    private static final int MOST_WORDS = 3;
    private static final int LEAST_LETTERS = 4;

    /** The sign that makes a Kana longer. */
    private static final int PROLONGED = 0x30FC;

    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private int text;

    private TopicExtraction() {}

    /**
     * What a tweet is about.
     *
     * @param topics each once
     * @param text equal for texts that differ only in case, mentions, links, digits and punctuation; not 0
     */
    public record Extract(List<Topic> topics, int text) {}

    private record Part(int start, int end) {}

    /**
     * Finds the topics of a tweet.
     *
     * @param entities of the content
     */
    public static Extract extract(String content, Entities entities) {
        TopicExtraction extraction = new TopicExtraction();
        entities.hashtags().forEach(found -> extraction.add(Topic.hashtag(found.tag())));
        int from = 0;
        for (Part entity : parts(entities)) {
            int start = content.offsetByCodePoints(0, entity.start());
            extraction.phrases(content.substring(from, start));
            from = content.offsetByCodePoints(start, entity.end() - entity.start());
        }
        extraction.phrases(content.substring(from));
        List<Topic> topics =
                extraction.topics.values().stream().limit(MOST_TOPICS).toList();
        return new Extract(topics, extraction.text == 0 ? 1 : extraction.text);
    }

    private static List<Part> parts(Entities entities) {
        return Stream.of(
                        entities.mentions().stream().map(found -> new Part(found.start(), found.end())),
                        entities.hashtags().stream().map(found -> new Part(found.start(), found.end())),
                        entities.cashtags().stream().map(found -> new Part(found.start(), found.end())),
                        entities.urls().stream().map(found -> new Part(found.start(), found.end())))
                .flatMap(parts -> parts)
                .sorted(Comparator.comparingInt(Part::start))
                .toList();
    }

    private void add(Topic topic) {
        if (topics.putIfAbsent(topic.key(), topic) == null && topic.kind() == Topic.Kind.HASHTAG) {
            text = 31 * text + topic.key().hashCode();
        }
    }

    private void phrases(String part) {
        List<Token> run = new ArrayList<>();
        for (Token token : TextAnalysis.document(part, Entities.NONE)) {
            String word = token.word().exact();
            if (token.word().single()) {
                continue;
            }
            if (word.codePoints().anyMatch(Character::isLetter)) {
                text = 31 * text + word.hashCode();
            }
            if (!run.isEmpty() && !isNext(part, run.getLast(), token)) {
                phrases(part, run);
                run.clear();
            }
            if (isWord(word)) {
                run.add(token);
            } else {
                phrases(part, run);
                run.clear();
            }
        }
        phrases(part, run);
    }

    private static boolean isWord(String word) {
        return Character.isLetterOrDigit(word.codePointAt(0)) && !StopWords.contain(word);
    }

    /** Whether a phrase continues: pairs of characters overlap, and between words is at most a space or a hyphen. */
    private static boolean isNext(String part, Token before, Token token) {
        if (isCjk(before) != isCjk(token)) {
            return false;
        }
        if (token.start() < before.end()) {
            return true;
        }
        String between = substring(part, before.end(), token.start());
        return !isCjk(token)
                && (between.isEmpty() || between.equals("-") || (between.isBlank() && !between.contains("\n")));
    }

    private void phrases(String part, List<Token> run) {
        for (int first = 0; first < run.size(); first++) {
            int most = Math.min(run.size(), first + MOST_WORDS);
            for (int end = first + 1; end <= most; end++) {
                phrase(part, run.subList(first, end));
            }
        }
    }

    private void phrase(String part, List<Token> words) {
        String form = substring(part, words.getFirst().start(), words.getLast().end());
        Topic topic = isCjk(words.getFirst()) ? Topic.phrase(form) : new Topic(key(words), form);
        if (isLongEnough(topic.key())) {
            add(topic);
        }
    }

    private static String key(List<Token> words) {
        StringBuilder key = new StringBuilder();
        words.forEach(
                word -> key.append(key.isEmpty() ? "" : " ").append(word.word().exact()));
        return key.toString();
    }

    private static boolean isLongEnough(String key) {
        long letters = key.codePoints().filter(Character::isLetter).count();
        return isCjk(key.codePointAt(0))
                ? letters >= 2 && !key.codePoints().allMatch(TopicExtraction::isHiragana)
                : letters >= LEAST_LETTERS;
    }

    private static boolean isHiragana(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HIRAGANA || codePoint == PROLONGED;
    }

    private static boolean isCjk(Token token) {
        return isCjk(token.word().exact().codePointAt(0));
    }

    /** Whether a character belongs to a script that is written in runs without agreed words. */
    static boolean isCjk(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> codePoint == PROLONGED;
        };
    }

    /** By code points. */
    private static String substring(String part, int first, int last) {
        int from = part.offsetByCodePoints(0, first);
        return part.substring(from, part.offsetByCodePoints(from, last - first));
    }
}
