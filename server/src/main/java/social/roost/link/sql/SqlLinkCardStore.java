package social.roost.link.sql;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import social.roost.driver.sql.Database;
import social.roost.link.LinkCard;
import social.roost.link.LinkCardStore;

/** Cards in the table {@code link_card}. */
public final class SqlLinkCardStore implements LinkCardStore {
    private static final String PUT = """
            INSERT INTO link_card (link, title, description, site, fetched_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (link) DO UPDATE SET title = excluded.title, description = excluded.description,
                site = excluded.site, fetched_at = excluded.fetched_at""";

    private final Database database;

    public SqlLinkCardStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, LinkCard> find(Collection<String> links) {
        return links.isEmpty() ? Map.of() : database.read(handle -> find(handle, links));
    }

    private static Map<String, LinkCard> find(Handle handle, Collection<String> links) {
        Map<String, LinkCard> cards = HashMap.newHashMap(links.size());
        handle.createQuery("SELECT link, title, description, site, fetched_at FROM link_card WHERE link IN (<links>)")
                .bindList("links", links)
                .map((row, _) -> new LinkCard(
                        row.getString(1),
                        new LinkCard.Texts(row.getString(2), row.getString(3), row.getString(4)),
                        row.getLong(5)))
                .forEach(card -> cards.put(card.link(), card));
        return cards;
    }

    @Override
    public void put(LinkCard card) {
        LinkCard.Texts texts = card.texts();
        int _ = database.write(handle ->
                handle.execute(PUT, card.link(), texts.title(), texts.description(), texts.site(), card.fetchedAt()));
    }
}
