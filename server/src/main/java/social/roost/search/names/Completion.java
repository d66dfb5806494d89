package social.roost.search.names;

import social.roost.user.Profile;

/** What somebody may be about to type. */
public sealed interface Completion {

    record OfUser(Profile profile) implements Completion {}

    record OfHashtag(HashtagUse use) implements Completion {}
}
