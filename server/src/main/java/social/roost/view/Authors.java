package social.roost.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import social.roost.tweet.StoredTweet;
import social.roost.user.Profile;
import social.roost.user.Users;

/** Loads the authors of tweets in one batch. */
public final class Authors {
    private final Users users;

    public Authors(Users users) {
        this.users = users;
    }

    /** Each author once, in the order of the tweets. */
    public Collection<Profile> of(List<StoredTweet> tweets) {
        long[] ids = new long[tweets.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = tweets.get(i).authorId();
        }
        Map<Long, Profile> authors = LinkedHashMap.newLinkedHashMap(ids.length);
        for (Profile profile : users.find(ids)) {
            if (profile != null) {
                authors.put(profile.user().id(), profile);
            }
        }
        return authors.values();
    }
}
