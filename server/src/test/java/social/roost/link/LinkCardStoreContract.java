package social.roost.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The promises of {@link LinkCardStore}. */
public abstract class LinkCardStoreContract {
    protected abstract LinkCardStore store();

    /** Continues with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void findsTheCardsOfTheseLinksOnly() {
        put("example.com", "One", 1);
        put("https://example.com", "Two", 2);
        put("https://example.com/other", "Other", 3);
        assertThat(store().find(List.of("example.com", "https://example.com", "https://example.com/missing")))
                .hasSize(2)
                .hasEntrySatisfying("example.com", card -> {
                    assertThat(card.link()).isEqualTo("example.com");
                    assertThat(card.texts()).isEqualTo(texts("One"));
                    assertThat(card.fetchedAt()).isEqualTo(1);
                })
                .hasEntrySatisfying(
                        "https://example.com", card -> assertThat(card.texts()).isEqualTo(texts("Two")));
        assertThat(store().find(List.of())).isEmpty();
    }

    @Test
    void aLaterCardReplacesAnEarlierOne() {
        put("example.com", "Before", 1);
        put("example.com", "After", 2);
        assertThat(store().find(List.of("example.com"))).hasEntrySatisfying("example.com", card -> {
            assertThat(card.texts()).isEqualTo(texts("After"));
            assertThat(card.fetchedAt()).isEqualTo(2);
        });
    }

    @Test
    void keepsAnyTextAndTheLongestLink() {
        String link = "https://example.com/" + "\u6F22".repeat(LinkCards.LONGEST_LINK - 20);
        LinkCard.Texts texts = new LinkCard.Texts("<b>'\" \uD83D\uDC4B", "", "\u00FC");
        store().put(new LinkCard(link, texts, 1));
        assertThat(store().find(List.of(link)))
                .hasEntrySatisfying(link, card -> assertThat(card.texts()).isEqualTo(texts));
    }

    @Test
    void whatWasStoredSurvivesACrash() throws Exception {
        put("example.com", "One", 1);
        crash();
        assertThat(store().find(List.of("example.com"))).hasSize(1);
    }

    private void put(String link, String title, long at) {
        store().put(new LinkCard(link, texts(title), at));
    }

    private static LinkCard.Texts texts(String title) {
        return new LinkCard.Texts(title, "About " + title, "Site");
    }
}
