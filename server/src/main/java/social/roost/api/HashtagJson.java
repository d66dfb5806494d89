package social.roost.api;

import org.jspecify.annotations.Nullable;
import social.roost.base.Timestamps;
import social.roost.search.names.HashtagUse;

/** The JSON of a {@code hashtag}. */
record HashtagJson(String tag, long tweetsCount, @Nullable String lastUsedAt) {

    static HashtagJson of(HashtagUse use) {
        return new HashtagJson(
                use.form(), use.tweets(), use.lastUsedAt() == 0 ? null : Timestamps.format(use.lastUsedAt()));
    }
}
