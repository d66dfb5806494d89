package social.roost.tweet;

import social.roost.base.StoredJson;
import social.roost.tweet.text.Entities;

/** The stored form of a tweet's entities. */
public final class EntitiesCodec {
    private EntitiesCodec() {}

    public static String encode(Entities entities) {
        return StoredJson.write(entities);
    }

    public static Entities decode(String stored) {
        return StoredJson.read(stored, Entities.class);
    }
}
