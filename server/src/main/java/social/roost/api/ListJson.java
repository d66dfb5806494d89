package social.roost.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Timestamps;
import social.roost.http.EncodedJson;
import social.roost.list.UserList;

/**
 * The JSON of a {@code list}.
 *
 * @param exclusive for its owner only, like {@code pinned}
 */
record ListJson(
        String id,
        String ownerId,
        String name,
        @JsonProperty("private") boolean isPrivate,
        @Nullable Boolean exclusive,
        @Nullable Boolean pinned,
        String replies,
        int memberCount,
        String createdAt) {

    /** {@code {"data": list}} */
    static EncodedJson one(UserList list, long viewerId) {
        return EncodedJson.data(of(list, viewerId));
    }

    /** {@code {"data": [lists]}} */
    static EncodedJson all(List<UserList> lists, long viewerId) {
        return EncodedJson.data(lists.stream().map(list -> of(list, viewerId)).toList());
    }

    private static ListJson of(UserList list, long viewerId) {
        boolean isOwn = list.ownerId() == viewerId;
        return new ListJson(
                Long.toString(list.id()),
                Long.toString(list.ownerId()),
                list.name(),
                list.isPrivate(),
                isOwn ? list.isExclusive() : null,
                isOwn ? list.isPinned() : null,
                list.replies().text(),
                list.size(),
                Timestamps.format(list.createdAt()));
    }
}
