package social.roost.app;

import java.util.Optional;
import social.roost.base.Snowflake;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.Metadata;

/** Marks data with the epoch that its ids count from, and rejects data with ids of another epoch: their times would be wrong. */
final class IdEpoch {
    private static final String NAME = "id-epoch";

    private IdEpoch() {}

    /**
     * Checks the mark, after setting it where there is no data yet.
     *
     * @param isEmpty whether the database has no ids
     * @param where the data is, for the message
     * @throws StartupException if the ids count from another epoch
     */
    static void require(Database database, boolean isEmpty, String where) {
        String own = Snowflake.EPOCH.toString();
        if (isEmpty) {
            Metadata.setIfAbsent(database, NAME, own);
        }
        Optional<String> found = Metadata.find(database, NAME);
        if (!found.equals(Optional.of(own))) {
            throw new StartupException("The ids in " + where + " count from "
                    + found.orElse("2020-01-01T00:00:00Z") + ", but those of this version count from " + own
                    + ". This version cannot use that data: start with an empty data folder or cluster.");
        }
    }
}
