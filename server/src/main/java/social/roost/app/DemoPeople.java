package social.roost.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import social.roost.base.Snowflake;
import social.roost.demo.DemoWorld;
import social.roost.user.NewAccount;
import social.roost.user.User;

/** The users of the demo world. */
record DemoPeople(Map<String, Long> ids) {

    /** Creates them as if they had joined a month ago, and lets them follow each other. */
    static DemoPeople create(Server server, String password) {
        String hash = server.features().users.passwords.hash(password);
        Instant joined = Instant.now().minus(Duration.ofDays(30));
        Snowflake generator = new Snowflake(0, () -> joined);
        Map<String, Long> ids = new HashMap<>();
        List<NewAccount> accounts = new ArrayList<>();
        for (DemoWorld.Person person : DemoWorld.PEOPLE) {
            long id = generator.next();
            ids.put(person.username(), id);
            User user = new User(
                    id, person.username(), person.displayName(), person.bio(), person.location(), "", null, null);
            accounts.add(new NewAccount(user, person.username() + "@example.org", hash));
        }
        long[] _ = server.stores().users().accounts().createAll(accounts);
        DemoPeople people = new DemoPeople(ids);
        DemoWorld.FOLLOWS.forEach((follower, followees) -> followees.forEach(
                followee -> server.features().follows.follows.follow(people.id(follower), people.id(followee))));
        return people;
    }

    long id(String username) {
        Long id = ids.get(username);
        if (id == null) {
            throw new IllegalStateException("No demo user is called " + username);
        }
        return id;
    }
}
