package social.roost.trend;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.trend.HiddenTopicStore.Decision;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweets;
import social.roost.tweet.Viewer;
import social.roost.tweet.Viewers;

/** The trends that a viewer sees, what the viewer chose about them, and what operators decided. */
public final class Trends {
    /** The location that everybody is in. */
    public static final String WORLDWIDE = "worldwide";

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final int DECISIONS = 200;
    private static final int LONGEST_TOPIC = 280;
    private static final int LONGEST_REASON = 500;

    private final TrendBoard board;
    private final TrendChoiceStore choices;
    private final HiddenTopicStore hiding;
    private final Viewers viewers;
    private final Tweets tweets;
    private final InstantSource clock;
    private volatile Set<String> hidden = Set.of();

    public Trends(
            TrendBoard board,
            TrendChoiceStore choices,
            HiddenTopicStore hiding,
            Viewers viewers,
            Tweets tweets,
            InstantSource clock) {
        this.board = board;
        this.choices = choices;
        this.hiding = hiding;
        this.viewers = viewers;
        this.tweets = tweets;
        this.clock = clock;
    }

    /** Loads what operators have hidden; called at the start, and periodically for the decisions of other processes. */
    public void lookUp() {
        hidden = hiding.hidden();
    }

    /** Another number after each change of what is listed. */
    public long version() {
        return 31 * board.version() + hidden.hashCode();
    }

    /**
     * Parses a location.
     *
     * @param text the code of a country, or {@link #WORLDWIDE}
     * @return the code, or an empty text
     * @throws Rejection INVALID for any other text
     */
    public static String parseLocation(String text) {
        if (!text.equals(WORLDWIDE) && !COUNTRIES.contains(text)) {
            throw Rejection.invalid("location", "Expected a country code such as DE, or worldwide.");
        }
        return text.equals(WORLDWIDE) ? "" : text;
    }

    /**
     * The trends of a location without hidden and muted ones, the highest score first.
     *
     * @param viewerId 0 for a viewer who is not logged in
     * @param location the code of a country; empty for worldwide
     */
    public List<Listed> list(long viewerId, String location, int limit) {
        Set<String> left = new HashSet<>(hidden);
        if (viewerId != 0) {
            left.addAll(choices.dismissed(viewerId));
        }
        Viewer viewer = viewers.of(viewerId).readingList();
        List<Trend> shown = board.trends(location, TrendBoard.MOST).stream()
                .filter(trend -> !left.contains(trend.topic().key()))
                .filter(trend -> !viewer.mutes(trend.topic().text()))
                .limit(limit)
                .toList();
        return withSamples(viewer, shown);
    }

    private List<Listed> withSamples(Viewer viewer, List<Trend> trends) {
        @Nullable StoredTweet[] samples = tweets.find(Ids.of(trends, Trend::sampleTweetId));
        List<Listed> listed = new ArrayList<>();
        for (int i = 0; i < samples.length; i++) {
            StoredTweet sample = samples[i];
            long seen = sample != null && isShown(sample, viewer) ? sample.id() : 0;
            listed.add(new Listed(trends.get(i), seen));
        }
        return listed;
    }

    private static boolean isShown(StoredTweet sample, Viewer viewer) {
        return viewer.sees(sample.tweet()) && !viewer.mutes(sample.tweet());
    }

    /**
     * A trend with a tweet about it.
     *
     * @param sampleTweetId 0 if the viewer does not see it
     */
    public record Listed(Trend trend, long sampleTweetId) {}

    /** The location that a user chose; empty for none, and for a viewer who is not logged in. */
    public String location(long userId) {
        return userId == 0 ? "" : choices.location(userId);
    }

    /** Sets the location of a user: the code of a country, or an empty text. */
    public void setLocation(long userId, String location) {
        choices.setLocation(userId, location);
    }

    /** The keys of the topics that a user dismissed. */
    public Collection<String> dismissed(long userId) {
        return choices.dismissed(userId).stream().sorted().toList();
    }

    /**
     * Removes a topic from a user's trends.
     *
     * @throws Rejection INVALID if it cannot be a topic
     */
    public void dismiss(long userId, String topic) {
        choices.dismiss(userId, key(topic), clock.millis());
    }

    /**
     * Takes a dismissal back.
     *
     * @throws Rejection INVALID if it cannot be a topic
     */
    public void restore(long userId, String topic) {
        choices.restore(userId, key(topic));
    }

    /**
     * Hides a topic from everyone.
     *
     * @throws Rejection INVALID if it cannot be a topic, or the reason is missing or too long
     */
    public void hide(String topic, String reason) {
        decide(new Decision(key(topic), true, reason, clock.millis()));
    }

    /**
     * Shows a hidden topic again.
     *
     * @throws Rejection INVALID if it cannot be a topic, or the reason is missing or too long
     */
    public void show(String topic, String reason) {
        decide(new Decision(key(topic), false, reason, clock.millis()));
    }

    private void decide(Decision decision) {
        String reason = decision.reason();
        if (reason.isBlank() || reason.length() > LONGEST_REASON || hasControls(reason)) {
            throw Rejection.invalid("reason", "Expected one line of at most " + LONGEST_REASON + " characters.");
        }
        hiding.decide(decision);
        lookUp();
    }

    /** The keys of the topics that are hidden from everyone. */
    public List<String> hidden() {
        return hiding.hidden().stream().sorted().toList();
    }

    /** What operators decided lately, the newest first. */
    public List<Decision> decisions() {
        return hiding.decisions(DECISIONS);
    }

    private static String key(String topic) {
        String key = topic.length() > LONGEST_TOPIC ? "" : Topic.of(topic).key();
        if (key.isBlank() || key.equals("#") || hasControls(key)) {
            throw Rejection.invalid("topic", "Expected a hashtag with its sign, or a phrase.");
        }
        return key;
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
