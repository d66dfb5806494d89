package social.roost.link.cassandra;

import java.util.List;
import social.roost.driver.cassandra.SchemaPart;

/** The table {@code link_card}: a card by its link, as written in tweets. */
public final class LinkTables {
    public static final SchemaPart PART = new SchemaPart("link", List.of("""
            CREATE TABLE IF NOT EXISTS link_card (link text PRIMARY KEY, title text, description text, site text,
                fetched_at bigint)"""));

    private LinkTables() {}
}
