package social.roost.api;

import org.jspecify.annotations.Nullable;
import social.roost.base.Timestamps;
import social.roost.graph.Relationships.Relationship;

/** The JSON of a {@code relationship}. */
record RelationshipJson(
        String userId,
        boolean following,
        boolean followedBy,
        boolean blocking,
        boolean blockedBy,
        boolean muting,
        @Nullable String mutedUntil,
        boolean hidingRetweets,
        boolean notifying) {

    static RelationshipJson of(Relationship relationship) {
        Long until = relationship.mutedUntil();
        return new RelationshipJson(
                Long.toString(relationship.userId()),
                relationship.following(),
                relationship.followedBy(),
                relationship.blocking(),
                relationship.blockedBy(),
                relationship.muting(),
                until == null ? null : Timestamps.format(until),
                relationship.options().hidingRetweets(),
                relationship.options().notifying());
    }
}
