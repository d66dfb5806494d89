package social.roost.mute;

import java.util.List;
import social.roost.base.StoredJson;

/** The stored form of a user's muted words. */
public final class MutedWordsCodec {
    private MutedWordsCodec() {}

    public static String encode(List<MutedWord> words) {
        return StoredJson.write(words);
    }

    public static List<MutedWord> decode(String stored) {
        return List.of(StoredJson.read(stored, MutedWord[].class));
    }
}
