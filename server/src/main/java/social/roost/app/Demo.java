package social.roost.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.roost.base.Snowflake;
import social.roost.tweet.Engagements;
import social.roost.tweet.Mark;
import social.roost.tweet.PostTweet;
import social.roost.tweet.Retweets;
import social.roost.tweet.Visibility;
import social.roost.user.NewAccount;
import social.roost.user.User;

/** Demo content: a few users who follow each other and talk. */
final class Demo {
    static final String PASSWORD = "roost-demo";
    private static final String OPERATOR = "alice";

    private final Features features;
    private final Stores stores;

    Demo(Server server) {
        this.features = server.features();
        this.stores = server.stores();
    }

    /** Fills an empty data folder; leaves any other as it is. */
    void fill() {
        if (stores.users().accounts().greatestId() > 0) {
            System.out.println("The data folder is not empty: did not add the demo content or make alice an operator.");
            return;
        }
        Map<String, Long> people = createPeople();
        DemoWorld.FOLLOWS.forEach((follower, followees) -> followees.forEach(
                followee -> features.follows.follows.follow(id(people, follower), id(people, followee))));
        post(people);
        features.users.admins.appointIfNone(id(people, OPERATOR));
        System.out.println("Demo content added. Log in as alice, bob, carol, ... with the password " + PASSWORD + ".");
    }

    private Map<String, Long> createPeople() {
        String hash = features.users.passwords.hash(PASSWORD);
        Instant joined = Instant.now().minus(Duration.ofDays(30));
        Snowflake ids = new Snowflake(0, () -> joined);
        Map<String, Long> people = new HashMap<>();
        List<NewAccount> accounts = new ArrayList<>();
        for (DemoWorld.Person person : DemoWorld.PEOPLE) {
            long id = ids.next();
            people.put(person.username(), id);
            User user = new User(
                    id, person.username(), person.displayName(), person.bio(), person.location(), "", null, null);
            accounts.add(new NewAccount(user, person.username() + "@example.org", hash));
        }
        long[] _ = stores.users().accounts().createAll(accounts);
        return people;
    }

    /** Posts the conversation, spread evenly over the last day, with likes and retweets. */
    private void post(Map<String, Long> people) {
        List<DemoWorld.Line> lines = DemoWorld.LINES;
        Instant now = Instant.now();
        Instant[] time = {now};
        Snowflake ids = new Snowflake(0, () -> time[0]);
        PostTweet post = features.tweets.post(ids);
        List<Long> posted = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            time[0] = now.minus(
                    Duration.ofHours(24).multipliedBy(lines.size() - i).dividedBy(lines.size()));
            DemoWorld.Line line = lines.get(i);
            Long answered = line.answers() < 0 ? null : posted.get(line.answers());
            PostTweet.Draft draft = new PostTweet.Draft(line.content(), answered, null, Visibility.PUBLIC);
            posted.add(post.post(id(people, line.username()), draft, Optional.empty())
                    .tweet()
                    .id());
        }
        time[0] = now;
        engage(people, posted, ids);
    }

    private void engage(Map<String, Long> people, List<Long> posted, Snowflake ids) {
        Engagements engagements = features.tweets.engagements();
        DemoWorld.LIKES.forEach((username, lines) ->
                lines.forEach(line -> engagements.add(Mark.LIKE, id(people, username), posted.get(line))));
        Retweets retweets = features.tweets.retweets(ids);
        DemoWorld.RETWEETS.forEach(
                (username, lines) -> lines.forEach(line -> retweets.retweet(id(people, username), posted.get(line))));
    }

    private static long id(Map<String, Long> people, String username) {
        Long id = people.get(username);
        if (id == null) {
            throw new IllegalStateException("No demo user is called " + username);
        }
        return id;
    }
}
