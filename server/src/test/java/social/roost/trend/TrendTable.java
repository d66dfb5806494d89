package social.roost.trend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import social.roost.base.Snowflake;

/** The table of tweets and the trends that they make: {@code trend/trends.txt} explains its format. */
public final class TrendTable {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Pattern POST = Pattern.compile(
            "(?<authors>[0-9]+(-[0-9]+)?)(?<facts>( [a-z]+( [0-9]+| [A-Z]{2})?)*?)" + " (?<topics>(#|\")[^:]*)");
    private static final Pattern DAYS = Pattern.compile("days ([0-9]+) from (\\S+) to (\\S+): (.*)");
    private static final Pattern MINUTES = Pattern.compile("for ([0-9]+): (.*)");
    private static final Pattern CHECK = Pattern.compile("\\?( [A-Z]{2})? -> (.*)");

    private TrendTable() {}

    /** What happens, in order. */
    public sealed interface Step {
        record Post(TopicalTweet tweet) implements Step {}

        record Tick(long millis) implements Step {}

        record Suspend(long author) implements Step {}

        /** Everything but what was stored is lost. */
        record Restart() implements Step {}

        /**
         * A row of the table.
         *
         * @param line its number
         * @param location empty for worldwide
         * @param expected the keys of topics, the highest score first
         */
        record Check(int line, String location, List<String> expected) implements Step {}
    }

    /** A sequence of steps that begins without tweets. */
    public static final class Section {
        private static final long FIRST_UNNAMED = 1_000_000;

        private final String name;
        private final List<Step> steps = new ArrayList<>();
        private Instant now = Instant.parse("2026-03-04T12:00:00Z");
        private Instant begin = now;
        private Instant known = Instant.EPOCH;
        private long unnamed = FIRST_UNNAMED;
        private int tweets;

        private Section(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        /** When it begins. */
        public long startMillis() {
            return begin.toEpochMilli();
        }

        /** From when on all tweets are known. */
        public long completeSinceMillis() {
            return known.toEpochMilli();
        }

        /** Whether there is nothing before it that is not known. */
        public boolean isPastKnown() {
            return known.equals(Instant.EPOCH);
        }

        public List<Step> steps() {
            return steps;
        }

        private void read(int number, String line) {
            Matcher check = CHECK.matcher(line);
            Matcher days = DAYS.matcher(line);
            Matcher minutes = MINUTES.matcher(line);
            String value = line.substring(line.indexOf(' ') + 1);
            if (check.matches()) {
                String location = check.group(1) == null ? "" : check.group(1).strip();
                steps.add(new Step.Check(number, location, topics(check.group(2))));
            } else if (days.matches()) {
                days(days);
            } else if (minutes.matches()) {
                forMinutes(Integer.parseInt(minutes.group(1)), minutes.group(2));
            } else if (line.startsWith("+ ")) {
                posts(value);
            } else {
                command(line, value);
            }
        }

        private void command(String line, String value) {
            switch (line.split(" ", -1)[0]) {
                case "start" -> start(Instant.parse(value));
                case "known" -> known = Instant.parse(value);
                case "tick" -> tick(line.equals("tick") ? 1 : Integer.parseInt(value));
                case "clock" ->
                    steps.add(new Step.Tick(now.plus(MINUTE.multipliedBy(Integer.parseInt(value)))
                            .toEpochMilli()));
                case "suspend" -> authors(value).forEach(author -> steps.add(new Step.Suspend(author)));
                case "restart" -> steps.add(new Step.Restart());
                default -> throw new IllegalArgumentException(line);
            }
        }

        private void start(Instant time) {
            if (steps.isEmpty()) {
                begin = time;
            }
            now = time;
            steps.add(new Step.Tick(now.toEpochMilli()));
        }

        private void tick(int minutes) {
            for (int i = 0; i < minutes; i++) {
                start(now.plus(MINUTE));
            }
        }

        private void forMinutes(int minutes, String posts) {
            for (int i = 0; i < minutes; i++) {
                posts(posts);
                tick(1);
            }
        }

        private void days(Matcher days) {
            for (int i = 0; i < Integer.parseInt(days.group(1)); i++) {
                Instant begin = next(LocalTime.parse(days.group(2)));
                start(begin);
                Instant end = next(LocalTime.parse(days.group(3)));
                forMinutes((int) Duration.between(begin, end).toMinutes(), days.group(4));
            }
        }

        private Instant next(LocalTime time) {
            Instant today = now.atOffset(ZoneOffset.UTC).with(time).toInstant();
            return today.isBefore(now) ? today.plus(Duration.ofDays(1)) : today;
        }

        private void posts(String posts) {
            for (String post : posts.split(" and ", -1)) {
                Matcher matcher = POST.matcher(post.strip());
                if (!matcher.matches()) {
                    throw new IllegalArgumentException(post);
                }
                Facts facts = new Facts(matcher.group("facts").strip());
                List<Topic> topics = topics(matcher.group("topics")).stream()
                        .map(topic -> topic.startsWith("#") ? Topic.hashtag(topic.substring(1)) : Topic.phrase(topic))
                        .toList();
                authors(matcher.group("authors")).forEach(author -> {
                    for (int i = 0; i < facts.times; i++) {
                        steps.add(new Step.Post(tweet(author, facts, topics)));
                    }
                });
            }
        }

        private LongStream authors(String authors) {
            if (!authors.contains("-")) {
                int count = Integer.parseInt(authors);
                unnamed += count;
                return LongStream.range(unnamed - count, unnamed);
            }
            String[] ends = authors.split("-", -1);
            return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
        }

        private TopicalTweet tweet(long author, Facts facts, List<Topic> topics) {
            tweets++;
            Instant time = now.plus(MINUTE.multipliedBy(facts.minutes)).plusMillis(tweets % 60_000);
            long id = Snowflake.lowestAt(time.toEpochMilli()) + tweets % 4_096;
            return new TopicalTweet(id, author, facts.young, facts.same ? 7 : tweets, facts.location, topics);
        }
    }

    private static final class Facts {
        private int times = 1;
        private int minutes;
        private boolean young;
        private boolean same;
        private String location = "";

        Facts(String facts) {
            String[] words = facts.isEmpty() ? new String[0] : facts.split(" ", -1);
            for (int i = 0; i < words.length; i++) {
                switch (words[i]) {
                    case "times" -> times = Integer.parseInt(words[++i]);
                    case "late" -> minutes = -Integer.parseInt(words[++i]);
                    case "ahead" -> minutes = Integer.parseInt(words[++i]);
                    case "young" -> young = true;
                    case "same" -> same = true;
                    case "from" -> location = words[++i];
                    default -> throw new IllegalArgumentException(facts);
                }
            }
        }
    }

    private static List<String> topics(String topics) {
        return Stream.of(topics.split(",", -1))
                .map(topic -> topic.strip().replace("\"", ""))
                .filter(topic -> !topic.isEmpty() && !topic.equals("-"))
                .toList();
    }

    public static List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            if (line.startsWith("== ")) {
                sections.add(new Section(line.substring(3)));
            } else if (!line.isBlank() && !line.startsWith("# ") && !line.equals("#")) {
                sections.getLast().read(number, line.strip());
            }
        }
        return sections;
    }

    private static List<String> lines() {
        try (var file = Objects.requireNonNull(TrendTable.class.getResourceAsStream("/trend/trends.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
