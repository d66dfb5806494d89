package social.roost.link.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.link.LinkCard;
import social.roost.link.LinkCardStore;

/** Cards in the table {@code link_card}, one partition each. Of two writes at the same time, either may remain. */
public final class CassandraLinkCardStore implements LinkCardStore {
    private final CassandraCluster cassandra;
    private final PreparedStatement select;
    private final PreparedStatement insert;

    public CassandraLinkCardStore(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        select = cassandra.prepare("SELECT link, title, description, site, fetched_at FROM link_card WHERE link = ?");
        insert = cassandra.prepare(
                "INSERT INTO link_card (link, title, description, site, fetched_at) VALUES (?, ?, ?, ?, ?)");
    }

    @Override
    public Map<String, LinkCard> find(Collection<String> links) {
        List<String> wanted = List.copyOf(links);
        Map<String, LinkCard> cards = HashMap.newHashMap(wanted.size());
        cassandra.forEach(wanted.size(), i -> select.bind(wanted.get(i)), (i, rows) -> {
            if (!rows.isEmpty()) {
                cards.put(wanted.get(i), card(rows.getFirst()));
            }
        });
        return cards;
    }

    @Override
    public void put(LinkCard card) {
        LinkCard.Texts texts = card.texts();
        cassandra.write(insert.bind(card.link(), texts.title(), texts.description(), texts.site(), card.fetchedAt()));
    }

    private static LinkCard card(Row row) {
        return new LinkCard(
                text(row, "link"),
                new LinkCard.Texts(text(row, "title"), text(row, "description"), text(row, "site")),
                row.getLong("fetched_at"));
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
