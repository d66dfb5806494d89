package social.roost.search.query;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.Set;

/** Someone who is not logged in, where nobody has an account. */
enum Visitor implements Asker {
    INSTANCE;

    @Override
    public OptionalLong userId(String username) {
        return OptionalLong.empty();
    }

    @Override
    public long ownId() {
        return 0;
    }

    @Override
    public Set<Long> followees() {
        throw new AssertionError();
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }
}
