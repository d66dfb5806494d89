package social.roost.app;

import java.util.List;
import java.util.Map;

/** The demo users and their tweets, oldest first. */
final class DemoWorld {
    static final List<Person> PEOPLE = List.of(
            new Person("alice", "Alice Moreau", "Bread, bicycles, and the occasional database.", "Lyon"),
            new Person("bob", "Bob Okafor", "Builds small boats and smaller programs.", "Lagos"),
            new Person("carol", "Carol Lindqvist", "Birds before breakfast. Photographs after.", "Uppsala"),
            new Person("dave", "Dave Tanaka", "Trains, tea, tidy code.", "Osaka"),
            new Person("erin", "Erin Walsh", "Teaches physics to people who would rather be outside.", "Galway"),
            new Person("frank", "Frank Silva", "Cooks for forty every Thursday.", "Porto"),
            new Person("grace", "Grace Kim", "Astronomer. Mostly clouds so far.", "Daejeon"),
            new Person("heidi", "Heidi Brandt", "Mountains, maps, marmalade.", "Innsbruck"));

    static final Map<String, List<String>> FOLLOWS = Map.of(
            "alice", List.of("bob", "carol", "dave", "grace"),
            "bob", List.of("alice", "carol", "erin"),
            "carol", List.of("alice", "bob", "heidi", "grace"),
            "dave", List.of("alice", "frank", "grace"),
            "erin", List.of("alice", "bob", "grace", "heidi"),
            "frank", List.of("alice", "bob", "carol", "dave", "erin"),
            "grace", List.of("carol", "erin", "heidi"),
            "heidi", List.of("alice", "carol", "frank"));

    static final List<Line> LINES = List.of(
            new Line("heidi", "First snow on the ridge this morning. The marmalade can wait. #mountains"),
            new Line("carol", "@heidi Was that a bearded vulture over the pass, or do I only wish it was? #birds", 0),
            new Line("heidi", "@carol It was! It circled twice and left, like a guest who forgot the address.", 1),
            new Line("frank", "Forty-three for dinner tonight. Caldo verde, and there is never enough bread."),
            new Line("alice", "@frank I can bring eight loaves on the bicycle. Nine if the wind is kind. #bread", 3),
            new Line("frank", "@alice You are the reason Thursday works.", 4),
            new Line("dave", "The 07:14 was four seconds late and the conductor apologised. I love this country."),
            new Line("erin", "A student asked whether light gets tired. Best question of the week. #physics"),
            new Line("grace", "@erin Tell them it gets redder, which is close. #astronomy", 7),
            new Line("bob", "Launched the dinghy. It floats! Nobody is more surprised than the carpenter."),
            new Line("carol", "@bob Photographs, please. With a duck for scale. #boats", 9),
            new Line("bob", "@carol The duck has already moved in.", 10),
            new Line("grace", "Clear sky, new moon, and the telescope has a flat battery. #astronomy"),
            new Line("dave", "@grace There is a shop by the station that opens at six. I checked the timetable.", 12),
            new Line("alice", "Wrote a merge of two sorted lists on a napkin. The napkin was faster. #databases"),
            new Line("erin", "@alice Have you tried indexing the napkin?", 14),
            new Line("alice", "Good morning, roost. What is everyone reading? https://example.org/books"),
            new Line("heidi", "@alice A map of a valley I have never been to. Very gripping, if a bit flat.", 16));

    /** Who likes and retweets which lines. */
    static final Map<String, List<Integer>> LIKES = Map.of(
            "alice", List.of(0, 3, 9, 12),
            "bob", List.of(4, 7, 14, 16),
            "carol", List.of(0, 2, 9, 14),
            "dave", List.of(4, 12, 14),
            "erin", List.of(4, 8, 9, 14),
            "frank", List.of(4, 6, 14),
            "grace", List.of(0, 7, 13),
            "heidi", List.of(6, 10, 16));

    static final Map<String, List<Integer>> RETWEETS =
            Map.of("frank", List.of(4), "carol", List.of(9), "erin", List.of(14), "heidi", List.of(7));

    private DemoWorld() {}

    record Person(String username, String displayName, String bio, String location) {}

    /**
     * A tweet.
     *
     * @param answers the index of the line it replies to; -1 for none
     */
    record Line(String username, String content, int answers) {
        Line(String username, String content) {
            this(username, content, -1);
        }
    }
}
