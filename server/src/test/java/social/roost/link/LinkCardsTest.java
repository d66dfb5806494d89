package social.roost.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import social.roost.base.UnavailableException;

class LinkCardsTest {
    private final Map<String, LinkCard> stored = new HashMap<>();
    private final List<List<String>> loads = new ArrayList<>();
    private final LinkCards cards = new LinkCards(this::load, 1 << 20);
    private boolean available = true;
    private Runnable afterRead = () -> {};

    private Map<String, LinkCard> load(Collection<String> links) {
        loads.add(List.copyOf(links));
        if (!available) {
            throw new UnavailableException("the store", new IllegalStateException());
        }
        Map<String, LinkCard> found = new HashMap<>(stored);
        found.keySet().retainAll(links);
        afterRead.run();
        return found;
    }

    @Test
    void theMissingOnesAreLoadedTogetherAndEachOnce() {
        store("a");
        store("b");
        assertThat(titles("a")).containsExactly("a");
        assertThat(titles("a", "b", "none")).containsExactly("a", "b");
        assertThat(titles("a", "b", "none")).containsExactly("a", "b");
        assertThat(titles()).isEmpty();
        assertThat(loads).containsExactly(List.of("a"), List.of("b", "none"));
    }

    @Test
    void aCardThatArrivesIsShownAtOnce() {
        assertThat(titles("a")).isEmpty();
        cards.stored(store("a"));
        assertThat(titles("a")).containsExactly("a");
    }

    @Test
    void aSlowerReaderDoesNotHideACardThatArrivesMeanwhile() {
        afterRead = () -> cards.stored(store("a"));
        assertThat(titles("a")).isEmpty();
        assertThat(titles("a")).containsExactly("a");
    }

    @Test
    void withoutTheStoreThereAreNoCardsAndTheyComeBack() {
        store("a");
        available = false;
        assertThat(titles("a")).isEmpty();
        available = true;
        assertThat(titles("a")).containsExactly("a");
    }

    private LinkCard store(String link) {
        LinkCard card = new LinkCard(link, new LinkCard.Texts(link, "", ""), 1);
        stored.put(link, card);
        return card;
    }

    private List<String> titles(String... links) {
        Set<String> wanted = new LinkedHashSet<>(List.of(links));
        return cards.find(wanted).stream().map(card -> card.texts().title()).toList();
    }
}
