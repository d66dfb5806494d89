package social.roost.api;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import social.roost.tweet.PostTweet;

/** Several tweets in a body, each a reply to the one before. */
record ThreadJson(@Nullable List<DraftJson> tweets) {

    /** Checks the format; names fields in problems like {@code tweets[2].content}. */
    List<PostTweet.Draft> drafts() {
        List<DraftJson> given = tweets == null ? List.of() : tweets;
        return IntStream.range(0, given.size())
                .mapToObj(i -> given.get(i).draft("tweets[" + i + "]."))
                .toList();
    }
}
