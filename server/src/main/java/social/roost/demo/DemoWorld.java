package social.roost.demo;

import java.util.List;
import java.util.Map;

/** The demo users and their tweets, oldest first. */
public final class DemoWorld {
    public static final List<Person> PEOPLE = List.of(
            new Person(
                    "alice",
                    "Alice Moreau",
                    "Bread, bicycles, and the occasional database.",
                    "Lyon",
                    Pictures.ALICE,
                    Pictures.FIELDS),
            new Person(
                    "bob",
                    "Bob Okafor",
                    "Builds small boats and smaller programs.",
                    "Lagos",
                    Pictures.BOB,
                    Pictures.HARBOUR),
            new Person(
                    "carol",
                    "Carol Lindqvist",
                    "Birds before breakfast. Photographs after.",
                    "Uppsala",
                    Pictures.CAROL,
                    Pictures.GEESE),
            new Person("dave", "Dave Tanaka", "Trains, tea, tidy code.", "Osaka", Pictures.DAVE, Pictures.BRIDGE),
            new Person(
                    "erin",
                    "Erin Walsh",
                    "Teaches physics to people who would rather be outside.",
                    "Galway",
                    Pictures.ERIN,
                    Pictures.WAVES),
            new Person(
                    "frank", "Frank Silva", "Cooks for forty every Thursday.", "Porto", Pictures.FRANK, Pictures.TILES),
            new Person(
                    "grace",
                    "Grace Kim",
                    "Astronomer. Mostly clouds so far.",
                    "Daejeon",
                    Pictures.GRACE,
                    Pictures.OBSERVATORY),
            new Person(
                    "heidi",
                    "Heidi Brandt",
                    "Mountains, maps, marmalade.",
                    "Innsbruck",
                    Pictures.HEIDI,
                    Pictures.BLUE_HOUR));

    public static final Map<String, List<String>> FOLLOWS = Map.of(
            "alice", List.of("bob", "carol", "dave", "grace"),
            "bob", List.of("alice", "carol", "erin"),
            "carol", List.of("alice", "bob", "heidi", "grace"),
            "dave", List.of("alice", "frank", "grace"),
            "erin", List.of("alice", "bob", "grace", "heidi"),
            "frank", List.of("alice", "bob", "carol", "dave", "erin"),
            "grace", List.of("carol", "erin", "heidi"),
            "heidi", List.of("alice", "carol", "frank"));

    public static final List<Line> LINES = List.of(
            new Line("heidi", "First snow on the ridge this morning. The marmalade can wait. #mountains"),
            new Line("carol", "@heidi Was that a bearded vulture over the pass, or do I only wish it was? #birds", 0),
            new Line("heidi", "@carol It was! It circled twice and left, like a guest who forgot the address.", 1),
            new Line("frank", "Forty-three for dinner tonight. Caldo verde, and there is never enough bread."),
            new Line("alice", "@frank I can bring eight loaves on the bicycle. Nine if the wind is kind. #bread", 3),
            new Line("frank", "@alice You are the reason Thursday works.", 4),
            new Line("dave", "The 07:14 was four seconds late and the conductor apologised. I love this country.")
                    .with(Pictures.TRAIN),
            new Line("carol", "This morning's regulars. The owl was on her way to bed. #birds")
                    .with(Pictures.ROBIN, Pictures.OWL, Pictures.HERON, Pictures.SWALLOWS),
            new Line("erin", "A student asked whether light gets tired. Best question of the week. #physics"),
            new Line("grace", "@erin Tell them it gets redder, which is close. #astronomy", 8),
            new Line("heidi", "The ridge at noon. Nobody else up here, and no marmalade either. #mountains")
                    .with(Pictures.FIRST_SNOW),
            new Line("frank", "Table four is served. The bread arrived by bicycle. #bread")
                    .with(Pictures.SOUP, Pictures.BREAD),
            new Line("bob", "Launched the dinghy. It floats! Nobody is more surprised than the carpenter."),
            new Line("carol", "@bob Photographs, please. With a duck for scale. #boats", 12),
            new Line("bob", "@carol The duck has already moved in.", 13).with(Pictures.DINGHY, Pictures.DUCK),
            new Line("erin", "Each swings once more than its neighbour before they all meet again. #physics")
                    .with(Pictures.PENDULUMS),
            new Line("grace", "Clear sky, new moon, and the telescope has a flat battery. #astronomy"),
            new Line("dave", "@grace There is a shop by the station that opens at six. I checked the timetable.", 16),
            new Line("carol", "She has rebuilt it every night this week.")
                    .with(Pictures.WEB)
                    .behind("A spider, life-size"),
            new Line("alice", "Wrote a merge of two sorted lists on a napkin. The napkin was faster. #databases"),
            new Line("erin", "@alice Have you tried indexing the napkin?", 19),
            new Line("alice", "@erin For the record. It is already sorted by coffee.", 20).with(Pictures.NAPKIN),
            new Line("grace", "New battery, same moon. Worth the walk to the station. #astronomy")
                    .with(Pictures.MILKY_WAY),
            new Line("alice", "The bread run: morning, noon and evening. Nine loaves out, none back. #bread")
                    .with(Pictures.MORNING, Pictures.NOON, Pictures.EVENING),
            new Line("alice", "Good morning, roost. What is everyone reading? https://example.org/books"),
            new Line("heidi", "@alice A map of a valley I have never been to. Very gripping, if a bit flat.", 24)
                    .with(Pictures.MAP));

    /** Who likes and retweets which lines. */
    public static final Map<String, List<Integer>> LIKES = Map.of(
            "alice", List.of(0, 3, 7, 12, 14, 16, 22),
            "bob", List.of(4, 8, 19, 23, 24),
            "carol", List.of(0, 2, 10, 12, 14, 19, 22),
            "dave", List.of(4, 7, 16, 19, 22, 23),
            "erin", List.of(4, 7, 9, 12, 14, 19, 22),
            "frank", List.of(4, 6, 14, 19, 23),
            "grace", List.of(0, 7, 8, 15, 17),
            "heidi", List.of(6, 7, 13, 22, 24));

    public static final Map<String, List<Integer>> RETWEETS =
            Map.of("frank", List.of(4), "carol", List.of(14), "erin", List.of(19), "heidi", List.of(8));

    private DemoWorld() {}

    public record Person(
            String username, String displayName, String bio, String location, Picture avatar, Picture header) {}

    /**
     * A tweet.
     *
     * @param answers the index of the line it replies to, which has no pictures; -1 for none
     * @param warning what it is hidden behind, with its pictures; empty for nothing
     */
    public record Line(String username, String content, int answers, List<Picture> pictures, String warning) {
        Line(String username, String content) {
            this(username, content, -1);
        }

        Line(String username, String content, int answers) {
            this(username, content, answers, List.of(), "");
        }

        Line with(Picture... others) {
            return new Line(username, content, answers, List.of(others), warning);
        }

        Line behind(String text) {
            return new Line(username, content, answers, pictures, text);
        }
    }
}
