package social.roost.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Snowflake;
import social.roost.media.MediaContent;
import social.roost.media.MediaKind;
import social.roost.media.MediaState;
import social.roost.media.Medium;
import social.roost.media.Purpose;
import social.roost.search.query.Asker;
import social.roost.tweet.Counts;
import social.roost.tweet.Labels;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.ParsedText;
import social.roost.tweet.text.TweetText;

/** The table of tweets, queries and what they find: {@code search/tweets.txt} explains its format. */
public final class TweetTable {
    /** When the table is searched. */
    public static final long NOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

    private static final Instant FIRST = Instant.parse("2026-03-01T10:00:00Z");
    private static final List<String> USERS = List.of("alice", "bob", "carol", "dave");
    private static final Pattern ROW = Pattern.compile("([?~]) (.*?) ?-> ?([0-9 ]*)");
    private static final Pattern TWEET = Pattern.compile("\\+ ([0-9]+) \\|([^|]*)\\| (.*)");
    private static final Pattern CONVERSATION = Pattern.compile("(?<=conversation:)[0-9]+");

    private TweetTable() {}

    /** Tweets, and what is found among them. */
    public static final class Section {
        public final String name;
        public final List<Row> rows = new ArrayList<>();
        private final Map<Integer, Tweet> tweets = new HashMap<>();
        private final Map<Integer, Counts> counts = new HashMap<>();
        private final Map<Long, Medium> media = new HashMap<>();

        Section(String name) {
            this.name = name;
        }

        public List<IndexedTweet> documents() {
            return tweets.entrySet().stream()
                    .map(tweet -> TweetDocuments.of(
                            tweet.getValue(), Objects.requireNonNull(counts.get(tweet.getKey())), media))
                    .toList();
        }

        /** The number in the table of a tweet. */
        public int number(long id) {
            return tweets.entrySet().stream()
                    .filter(tweet -> tweet.getValue().id() == id)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
        }

        private Tweet tweet(String number) {
            return Objects.requireNonNull(tweets.get(Integer.parseInt(number.strip())), number);
        }

        private void add(Matcher line) {
            int number = Integer.parseInt(line.group(1));
            ParsedText text = TweetText.parse(line.group(3));
            Facts facts = new Facts(this, number);
            for (String fact : line.group(2).strip().split(", ", -1)) {
                facts.read(fact.strip());
            }
            facts.addMedium();
            long id = facts.id();
            tweets.put(
                    number,
                    new Tweet(
                            id,
                            facts.author,
                            text.content(),
                            text.entities(),
                            facts.references(),
                            facts.conversation == 0 ? id : facts.conversation,
                            Visibility.PUBLIC,
                            facts.media(),
                            Labels.of(false, facts.warning, facts.language)));
            counts.put(number, new Counts(facts.likes, 0, 0, 0));
        }

        private void addRow(Matcher line) {
            String query = CONVERSATION
                    .matcher(line.group(2))
                    .replaceAll(number -> Long.toString(tweet(number.group()).id()));
            List<Integer> expected = Stream.of(line.group(3).strip().split(" +", -1))
                    .filter(number -> !number.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
            rows.add(new Row(line.group(1).equals("~"), query, expected));
        }
    }

    /**
     * A query and the numbers of the tweets that it finds.
     *
     * @param relevant whether the most relevant come first
     */
    public record Row(boolean relevant, String query, List<Integer> expected) {
        public SearchOrder order() {
            return relevant ? SearchOrder.Relevant.first(NOW) : SearchOrder.Latest.FIRST;
        }
    }

    /** What the table says about a tweet. */
    private static final class Facts {
        private final Section section;
        private final int number;
        private long author = userId("carol");
        private @Nullable String language;
        private long likes;
        private @Nullable Instant at;
        private @Nullable Tweet repliedTo;
        private @Nullable Tweet quoted;
        private long conversation;
        private @Nullable MediaKind kind;
        private String altText = "";
        private @Nullable String warning;

        Facts(Section section, int number) {
            this.section = section;
            this.number = number;
        }

        void read(String fact) {
            String value = fact.substring(fact.indexOf(' ') + 1);
            switch (fact.substring(0, Math.max(0, fact.indexOf(' ')))) {
                case "" -> {}
                case "by" -> author = userId(value);
                case "lang" -> language = value;
                case "likes" -> likes = Long.parseLong(value);
                case "at" -> at = Instant.parse(value);
                case "quotes" -> quoted = section.tweet(value);
                case "with" -> kind = MediaKind.valueOf(value.toUpperCase(Locale.ROOT));
                case "showing" -> altText = value;
                case "warning" -> warning = value;
                case "reply-to" -> {
                    repliedTo = section.tweet(value);
                    conversation = repliedTo.conversationId();
                }
                default -> throw new IllegalArgumentException(fact);
            }
        }

        List<Long> media() {
            return kind == null ? List.of() : List.of((long) number);
        }

        void addMedium() {
            if (kind != null) {
                section.media.put(
                        (long) number,
                        new Medium(
                                number,
                                author,
                                new Medium.Upload(Purpose.TWEET, "image/png", 1),
                                MediaState.READY,
                                null,
                                new MediaContent(kind, 1, 1, null, "", List.of()),
                                new Medium.Description(altText, 0, 0),
                                List.of(),
                                new Medium.Work(0, 0, 0, 0, Medium.NEVER)));
            }
        }

        long id() {
            Instant time = at == null ? FIRST.plusSeconds(60L * number) : at;
            return Snowflake.lowestAt(time.toEpochMilli()) + number;
        }

        References references() {
            return new References(
                    repliedTo == null ? null : repliedTo.id(),
                    repliedTo == null ? null : repliedTo.authorId(),
                    quoted == null ? null : quoted.id(),
                    null);
        }
    }

    public static List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (String line : lines()) {
            Matcher tweet = TWEET.matcher(line);
            Matcher row = ROW.matcher(line);
            if (line.startsWith("== ")) {
                sections.add(new Section(line.substring(3)));
            } else if (tweet.matches()) {
                sections.getLast().add(tweet);
            } else if (row.matches()) {
                sections.getLast().addRow(row);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalArgumentException(line);
            }
        }
        return sections;
    }

    private static List<String> lines() {
        try (var file = Objects.requireNonNull(TweetTable.class.getResourceAsStream("/search/tweets.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long userId(String name) {
        return 101L + USERS.indexOf(name);
    }

    /** Who searches in the table. */
    public static final Asker ALICE = new Asker() {
        @Override
        public OptionalLong userId(String username) {
            int index = USERS.indexOf(username.toLowerCase(Locale.ROOT));
            return index < 0 ? OptionalLong.empty() : OptionalLong.of(101L + index);
        }

        @Override
        public long ownId() {
            return 101;
        }

        @Override
        public Set<Long> followees() {
            return Set.of(102L);
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }
    };
}
