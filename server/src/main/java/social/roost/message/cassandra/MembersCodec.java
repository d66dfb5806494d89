package social.roost.message.cassandra;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.message.Member;

/**
 * The stored form of memberships: numbers separated by commas, and semicolons between members. A newer version may add
 * numbers at the end.
 */
final class MembersCodec {
    private MembersCodec() {}

    static String encode(List<Membership> memberships) {
        return memberships.stream()
                .map(each -> numbers(
                        each.userId(),
                        each.member().isAdmin() ? 1 : 0,
                        each.member().hasAccepted() ? 1 : 0,
                        each.member().joinedSeq(),
                        each.joined(),
                        each.joinedAt()))
                .collect(Collectors.joining(";"));
    }

    static List<Membership> decode(@Nullable String stored) {
        return parts(stored)
                .map(part -> new Membership(new Member(part[0], part[1] == 1, part[2] == 1, part[3]), part[4], part[5]))
                .toList();
    }

    static String encodeEnded(List<Membership.Ended> ended) {
        return ended.stream().map(each -> numbers(each.userId(), each.joined())).collect(Collectors.joining(";"));
    }

    static List<Membership.Ended> decodeEnded(@Nullable String stored) {
        return parts(stored).map(part -> new Membership.Ended(part[0], part[1])).toList();
    }

    private static String numbers(long... numbers) {
        return LongStream.of(numbers).mapToObj(Long::toString).collect(Collectors.joining(","));
    }

    private static Stream<long[]> parts(@Nullable String stored) {
        return stored == null || stored.isEmpty()
                ? Stream.of()
                : Arrays.stream(stored.split(";", -1))
                        .map(part -> Arrays.stream(part.split(",", -1))
                                .mapToLong(Long::parseLong)
                                .toArray());
    }
}
