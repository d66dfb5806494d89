package social.roost.api;

import social.roost.http.JsonPage.Name;

/** Names of JSON fields in responses. */
final class Members {
    static final Name DATA = new Name("data");
    static final Name INCLUDES = new Name("includes");
    static final Name USERS = new Name("users");
    static final Name TWEETS = new Name("tweets");
    static final Name MEDIA = new Name("media");
    static final Name CARDS = new Name("cards");
    static final Name VIEWER = new Name("viewer");
    static final Name LIKED = new Name("liked");
    static final Name RETWEETED = new Name("retweeted");
    static final Name BOOKMARKED = new Name("bookmarked");
    static final Name WARNINGS = new Name("warnings");
    static final Name HIGHLIGHTS = new Name("highlights");
    static final Name EXPLANATIONS = new Name("explanations");
    static final Name PINNED_ID = new Name("pinned_id");
    static final Name MORE = new Name("more");
    static final Name HIDDEN_REPLIES = new Name("hidden_replies");

    private Members() {}
}
