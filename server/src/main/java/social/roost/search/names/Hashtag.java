package social.roost.search.names;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import social.roost.search.text.Folding;
import social.roost.search.text.Normalization;
import social.roost.tweet.text.Entities;
import social.roost.tweet.text.TweetText;

/**
 * A hashtag without its sign. Tags that differ only in case or in compatible characters are the same tag; tags that
 * differ in accents are not, because they are different words in many languages.
 *
 * @param key the same for all forms of the tag
 * @param folded the key without accents, by which it is suggested
 * @param form one of the forms in which it is written
 */
public record Hashtag(String key, String folded, String form) {
    static final Comparator<Hashtag> BY_KEY = Comparator.comparing(Hashtag::key);

    static Hashtag of(String form) {
        String key = Normalization.key(form);
        return new Hashtag(key, Folding.fold(key), form);
    }

    /** The tags of a tweet, each once, in the order of keys. */
    static List<Hashtag> in(Entities entities) {
        Set<Hashtag> tags = new TreeSet<>(BY_KEY);
        entities.hashtags().forEach(found -> tags.add(of(found.tag())));
        return List.copyOf(tags);
    }

    /**
     * The tag that a text is, in a tweet.
     *
     * @param text with or without the sign
     */
    static Optional<Hashtag> parse(String text) {
        String form = Normalizer.normalize(withoutSign(text.strip()), Normalizer.Form.NFC);
        List<Entities.Hashtag> found = TweetText.parse("#" + form).entities().hashtags();
        boolean whole = found.size() == 1 && found.getFirst().end() == 1 + form.codePointCount(0, form.length());
        return whole ? Optional.of(of(found.getFirst().tag())) : Optional.empty();
    }

    static String withoutSign(String text) {
        return text.startsWith("#") || text.startsWith("\uFF03") ? text.substring(1) : text;
    }
}
