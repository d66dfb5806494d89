package social.roost.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.SettableClock;
import social.roost.event.Event;
import social.roost.event.sql.SqliteStage;
import social.roost.link.sql.SqlLinkCardStore;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Tweets;
import social.roost.tweet.Visibility;
import social.roost.tweet.sql.SqlEngagementStore;
import social.roost.tweet.sql.SqlTweetStore;
import social.roost.tweet.text.ParsedText;
import social.roost.tweet.text.TweetText;

class CardFetchTest {
    private static final long ALICE = 1;

    private final SettableClock clock = new SettableClock(1_000_000);
    private final List<String> fetched = new ArrayList<>();
    private SqliteStage stage;
    private SqlTweetStore tweets;
    private SqlLinkCardStore store;
    private LinkCards cards;
    private CardFetch fetch;
    private String html = "<title>Hello</title>";
    private boolean responds = true;

    private final PageClient client = new PageClient() {
        @Override
        public PageAnswer get(PageAddress page, InetAddress connectTo, Duration deadline) throws IOException {
            fetched.add(page.uri().toString());
            if (!responds) {
                throw new IOException("no response");
            }
            return new PageAnswer.Html(new PageAnswer.Body(html.getBytes(UTF_8)), "utf-8");
        }

        @Override
        public void close() {}
    };

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        tweets = new SqlTweetStore(stage.database(), stage.events());
        store = new SqlLinkCardStore(stage.database());
        cards = new LinkCards(store::find, 1 << 20);
        fetch = fetch();
    }

    /** Of a process that has just started. */
    private CardFetch fetch() {
        AddressGuard guard = new AddressGuard(
                _ -> new InetAddress[] {InetAddress.ofLiteral("93.184.216.34")}, List.of(), Set.of(80, 443));
        PageFetch pages = new PageFetch(guard, client, Duration.ofSeconds(5), 3);
        Tweets cached = new Tweets(tweets, new SqlEngagementStore(stage.database(), stage.events()), 1 << 20);
        return new CardFetch(cached, store, cards, pages, clock);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theFirstLinkOfATweetGetsACard() {
        assertThat(cards.find(Set.of("example.com/a"))).isEmpty();
        posted(1, "Read example.com/a and https://example.com/b");
        assertThat(fetched).containsExactly("https://example.com/a");
        assertThat(cards.find(Set.of("example.com/a")))
                .extracting(LinkCard::texts)
                .containsExactly(new LinkCard.Texts("Hello", "", "example.com"));
    }

    @Test
    void aTweetWithoutLinkOrThatIsGoneNeedsNothing() {
        posted(1, "Hello");
        posted(2, "https://example.com/" + "a".repeat(LinkCards.LONGEST_LINK));
        fetch.consume(new Event.TweetPosted(3, ALICE));
        assertThat(fetched).isEmpty();
    }

    @Test
    void aCardIsFetchedAgainAfterAWeekOnly() {
        posted(1, "https://example.com");
        html = "<title>Later</title>";
        posted(2, "https://example.com");
        fetch.consume(new Event.TweetPosted(1, ALICE));
        assertThat(fetched).hasSize(1);
        clock.move(Duration.ofDays(8));
        posted(3, "https://example.com");
        assertThat(fetched).hasSize(2);
        assertThat(title("https://example.com")).isEqualTo("Later");
    }

    @Test
    void aPageThatCannotBeFetchedIsLeftAloneAndItsEarlierCardRemains() {
        posted(1, "https://example.com");
        clock.move(Duration.ofDays(8));
        responds = false;
        posted(2, "https://example.com");
        posted(3, "https://example.com");
        assertThat(fetched).hasSize(2);
        assertThat(title("https://example.com")).isEqualTo("Hello");
    }

    @Test
    void aPageWithoutTitleHasNoCard() {
        html = "<p>Hello</p>";
        posted(1, "https://example.com");
        posted(2, "https://example.com");
        assertThat(fetched).hasSize(1);
        assertThat(store.find(List.of("https://example.com"))).isEmpty();
    }

    @Test
    void anInterruptedFetchIsRepeated() {
        responds = false;
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> posted(1, "https://example.com")).isInstanceOf(IllegalStateException.class);
        } finally {
            var _ = Thread.interrupted();
        }
        responds = true;
        fetch.consume(new Event.TweetPosted(1, ALICE));
        assertThat(title("https://example.com")).isEqualTo("Hello");
    }

    private String title(String link) {
        return cards.find(Set.of(link)).getFirst().texts().title();
    }

    private void posted(long id, String text) {
        ParsedText parsed = TweetText.parse(text);
        var _ = tweets.post(
                new Tweet(id, ALICE, parsed.content(), parsed.entities(), References.NONE, id, Visibility.PUBLIC),
                null);
        fetch.consume(new Event.TweetPosted(id, ALICE));
    }
}
