package social.roost.mute;

import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import social.roost.base.BatchCache;
import social.roost.base.CacheUse;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.Snowflake;
import social.roost.base.VisibleText;
import social.roost.mute.MutedWord.Scope;
import social.roost.tweet.MutedTexts;

/** The words, phrases and hashtags that each user does not want to read; of each user, they are compiled once. */
public final class MutedWords implements MutedTexts {
    /** How many a user can have. */
    public static final int MOST = 200;

    /** The length of a word in characters. */
    public static final int LONGEST = 100;

    private final MutedWordStore store;
    private final Snowflake ids;
    private final InstantSource clock;
    private final BatchCache<WordMatcher> matchers;

    public MutedWords(MutedWordStore store, Snowflake ids, InstantSource clock, long cacheBytes) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.matchers = new BatchCache<>(cacheBytes, (user, matcher) -> matcher.bytes(), this::load);
    }

    public CacheUse cache() {
        return matchers.use();
    }

    /** The words that a user mutes now, the newest first. */
    public List<MutedWord> list(long userId) {
        return lasting(store.words(userId), clock.millis()).reversed();
    }

    /**
     * Mutes a word. One that differs only in what is not compared takes the place of the earlier one, and has its id.
     *
     * @param duration from now on; null for a mute that does not expire
     * @throws Rejection INVALID for a text that is no word, or if the user has {@link #MOST} words
     */
    public MutedWord add(long userId, String text, boolean wholeWord, Scope scope, @Nullable Duration duration) {
        long now = clock.millis();
        long until = duration == null ? MutedWord.FOR_EVER : now + duration.toMillis();
        MutedWord word = new MutedWord(ids.next(), checked(text), wholeWord, scope, until, now);
        List<MutedWord> stored = new ArrayList<>(1);
        store.edit(userId, before -> {
            List<MutedWord> after = new ArrayList<>(lasting(before, now));
            stored.clear();
            stored.add(put(word, after));
            return after;
        });
        forget(userId);
        return stored.getFirst();
    }

    private static MutedWord put(MutedWord word, List<MutedWord> words) {
        String key = word.key();
        for (int i = 0; i < words.size(); i++) {
            MutedWord earlier = words.get(i);
            if (earlier.key().equals(key)) {
                MutedWord changed = new MutedWord(
                        earlier.id(), word.text(), word.wholeWord(), word.scope(), word.until(), earlier.createdAt());
                words.set(i, changed);
                return changed;
            }
        }
        if (words.size() >= MOST) {
            throw new Rejection(
                    Kind.INVALID, "muted_words_limit", "You can mute " + MOST + " words: remove one first.", "text");
        }
        words.add(word);
        return word;
    }

    /**
     * Removes a muted word.
     *
     * @throws Rejection NOT_FOUND if the user has no such word
     */
    public void remove(long userId, long id) {
        long now = clock.millis();
        store.edit(userId, before -> {
            List<MutedWord> after = new ArrayList<>(lasting(before, now));
            if (!after.removeIf(word -> word.id() == id)) {
                throw Rejection.notFound("muted word");
            }
            return after;
        });
        forget(userId);
    }

    /** Called after a user's words were changed and committed. */
    public void forget(long userId) {
        matchers.forgetIf(userId, matcher -> true);
    }

    @Override
    public Predicate<String> inHome(long userId) {
        return in(userId, word -> true);
    }

    @Override
    public Predicate<String> inLists(long userId) {
        return in(userId, word -> word.scope() == Scope.EVERYWHERE);
    }

    private Predicate<String> in(long userId, Predicate<MutedWord> there) {
        if (userId == 0) {
            return NO_TEXT;
        }
        WordMatcher matcher = Objects.requireNonNull(matchers.get(userId));
        if (matcher.isEmpty()) {
            return NO_TEXT;
        }
        long now = clock.millis();
        Predicate<MutedWord> counts = there.and(word -> word.until() > now);
        return text -> matcher.matches(text, counts);
    }

    private Map<Long, WordMatcher> load(long[] userIds) {
        Map<Long, WordMatcher> loaded = HashMap.newHashMap(userIds.length);
        for (long id : userIds) {
            List<MutedWord> words = store.words(id);
            loaded.put(id, words.isEmpty() ? WordMatcher.OF_NOTHING : new WordMatcher(words));
        }
        return loaded;
    }

    private static List<MutedWord> lasting(List<MutedWord> words, long now) {
        return words.stream().filter(word -> word.until() > now).toList();
    }

    private static String checked(String text) {
        String stored = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (stored.codePointCount(0, stored.length()) > LONGEST
                || stored.codePoints().anyMatch(MutedWords::isUnfit)
                || !VisibleText.hasVisible(stored)
                || isNothing(stored)) {
            throw Rejection.invalid(
                    "text", "Expected a word, a phrase or a hashtag of up to " + LONGEST + " characters.");
        }
        return stored;
    }

    private static boolean isNothing(String text) {
        String key = new MutedWord(0, text, true, Scope.HOME, 0, 0).key();
        return key.isEmpty() || key.equals("#");
    }

    private static boolean isUnfit(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
