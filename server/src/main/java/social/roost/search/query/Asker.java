package social.roost.search.query;

import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.Set;

/** What a query means depends on who asks. */
public interface Asker {

    /** The id of the user with this name, in any case; empty if there is none. */
    OptionalLong userId(String username);

    /** The asker's own id; 0 for a visitor. */
    long ownId();

    /** The users whom the asker follows. */
    Set<Long> followees();

    /** In which dates are meant. */
    ZoneId zone();
}
