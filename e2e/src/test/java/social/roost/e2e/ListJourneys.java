package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.e2e.Journey.awaitHome;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists of users, and what they keep out of Home. */
interface ListJourneys extends Journey {
    @Test
    default void aListHasWhatItsMembersTweetAlsoFromBeforeN1() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client carol = join("carol");
        String before = bob.tweet("From before.");
        String list = create(alice, Map.of("name", "Birders", "private", false));
        add(alice, list, bob);
        Await.equal("list", () -> tweets(alice, list), List.of(before));
        add(alice, list, carol);
        String reply = carol.reply(before, "To a member.");
        Await.equal("list", () -> tweets(bob, list), List.of(reply, before));
        var _ = alice.send("PATCH", "/lists/" + list, Map.of("replies", "none")).expect(200);
        assertThat(tweets(alice, list)).containsExactly(before);
        assertThat(alice.allIds("/lists/" + list + "/members")).containsExactly(carol.id(), bob.id());
        assertThat(alice.get("/lists?member_id=" + bob.id()).expect(200).ids()).containsExactly(list);
        var _ = bob.send("PUT", "/users/" + alice.id() + "/block").expect(200);
        Await.equal("list", () -> tweets(alice, list), List.of());
        var _ = alice.send("PATCH", "/lists/" + list, Map.of("private", true)).expect(200);
        assertThat(carol.get("/lists/" + list + "/tweets").status()).isEqualTo(404);
        var _ = alice.send("DELETE", "/lists/" + list).expect(204);
        assertThat(alice.get("/lists").expect(200).ids()).isEmpty();
    }

    @Test
    default void anExclusiveListLeavesHomeAtOnceN1D1() {
        Client alice = join("alice");
        Client bob = join("bob");
        Client carol = join("carol");
        alice.follow(bob);
        alice.follow(carol);
        String noise = bob.tweet("Noise.");
        String calm = carol.tweet("Calm.");
        awaitHome(alice, List.of(calm, noise));
        String list = create(alice, Map.of("name", "Noise", "exclusive", true));
        add(alice, list, bob);
        assertThat(alice.home(5).ids()).containsExactly(calm);
        try (Listener sees = Listener.webSocket(alice.streamAddress("/stream"))) {
            sees.next("unread");
            String more = bob.tweet("More noise.");
            String next = carol.tweet("Still calm.");
            assertThat(sees.next("tweet").at("/data/id").asText()).isEqualTo(next);
            Await.equal("list", () -> tweets(alice, list), List.of(more, noise));
            awaitHome(alice, List.of(next, calm));
            var _ = alice.send("DELETE", "/lists/" + list + "/members/" + bob.id())
                    .expect(204);
            assertThat(alice.home(5).ids()).containsExactly(next, more, calm, noise);
        }
    }

    private static String create(Client owner, Map<String, Object> settings) {
        return owner.post("/lists", settings).expect(201).text("/data/id");
    }

    private static void add(Client owner, String list, Client member) {
        var _ = owner.send("PUT", "/lists/" + list + "/members/" + member.id()).expect(200);
    }

    private static List<String> tweets(Client reader, String list) {
        return reader.get("/lists/" + list + "/tweets").expect(200).ids();
    }
}
