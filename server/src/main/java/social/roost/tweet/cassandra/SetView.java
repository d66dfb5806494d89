package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of a counted set, with some of its members.
 *
 * @param size the number of members
 * @param revision the number of changes
 * @param members by id, including former ones
 */
record SetView(SetKey key, long size, long revision, Map<Long, Member> members) {

    static SetView of(SetKey key, List<Row> rows) {
        long size = 0;
        long revision = 0;
        Map<Long, Member> members = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            if (row.getLong("member_id") == CountedSets.HEAD) {
                size = row.getLong("size");
                revision = row.getLong("revision");
            } else {
                members.put(row.getLong("member_id"), Member.of(row));
            }
        }
        return new SetView(key, size, revision, members);
    }

    Member member(long id) {
        return members.getOrDefault(id, Member.never(id));
    }

    /** The members with a later version than the one here. */
    List<Member> newer(List<Member> others) {
        return others.stream()
                .filter(other -> other.version() > member(other.id()).version())
                .toList();
    }

    /** The state after these members have changed. */
    SetView with(List<Member> changed) {
        long more = changed.stream()
                .mapToLong(member -> inside(member) - inside(member(member.id())))
                .sum();
        return resized(size + more);
    }

    SetView resized(long newSize) {
        return new SetView(key, newSize, revision + 1, members);
    }

    private static int inside(Member member) {
        return member.isPresent() ? 1 : 0;
    }
}
