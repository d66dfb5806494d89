package social.roost.tweet;

import java.util.Locale;
import java.util.Optional;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.graph.Graph;
import social.roost.user.Users;

/** Applies the {@link ReplyRule} of the first tweet to its whole conversation, as long as that tweet exists. */
public final class ReplyRules {
    private final Tweets tweets;
    private final Users users;
    private final Graph graph;

    public ReplyRules(Tweets tweets, Users users, Graph graph) {
        this.tweets = tweets;
        this.users = users;
        this.graph = graph;
    }

    /**
     * Checks that a user may reply to a tweet.
     *
     * @param field of the request that names the tweet
     * @throws Rejection FORBIDDEN if the author of the conversation's first tweet does not let them
     */
    void require(long userId, Tweet answered, String field) {
        Optional<Tweet> first = answered.conversationId() == answered.id()
                ? Optional.of(answered)
                : tweets.find(answered.conversationId()).map(StoredTweet::tweet);
        if (first.isPresent() && !mayReply(userId, first.get())) {
            throw new Rejection(
                    Kind.FORBIDDEN,
                    "replies_restricted",
                    "The author chose who may reply, and you are not among them.",
                    field);
        }
    }

    private boolean mayReply(long userId, Tweet first) {
        ReplyRule rule = first.labels().replies();
        if (rule == null || userId == first.authorId()) {
            return true;
        }
        return switch (rule) {
            case FOLLOWEES -> graph.follows(first.authorId(), userId) || isMentioned(userId, first);
            case MENTIONED -> isMentioned(userId, first);
        };
    }

    private boolean isMentioned(long userId, Tweet tweet) {
        if (tweet.entities().mentions().isEmpty()) {
            return false;
        }
        String name = users.require(userId).user().username().toLowerCase(Locale.ROOT);
        return tweet.entities().mentions().stream()
                .anyMatch(mention -> mention.username().toLowerCase(Locale.ROOT).equals(name));
    }
}
