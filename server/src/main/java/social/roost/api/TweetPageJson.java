package social.roost.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import social.roost.http.EncodedJson;
import social.roost.http.Json;
import social.roost.http.JsonPage;
import social.roost.link.LinkCard;
import social.roost.media.ShownMedium;
import social.roost.search.SearchPage;
import social.roost.timeline.ConversationPage;
import social.roost.tweet.PollView;
import social.roost.tweet.StoredTweet;
import social.roost.user.Profile;
import social.roost.view.Entry;
import social.roost.view.PageItem;
import social.roost.view.Tombstone;
import social.roost.view.TweetPage;
import social.roost.view.ViewerState;

/** The JSON of pages of tweets: everything that does not depend on the viewer is encoded once and copied. */
final class TweetPageJson {
    private static final int OTHER_BYTES = 320;
    private static final int MORE_BYTES = 100;
    private static final int POLL_BYTES = 400;
    private static final byte[] POLL = ",\"poll\":".getBytes(StandardCharsets.UTF_8);

    private TweetPageJson() {}

    /** {@code {"data": [tweets], "includes": ..., "meta": ...}} */
    static EncodedJson page(TweetPage page) {
        JsonPage json = new JsonPage(bytes(page)).open(Members.DATA).array(page.items(), item -> item(item, page));
        includes(json, page);
        return json.meta(page.next(), page.previous()).end();
    }

    /** Like {@link #page}, with {@code "pinned_id"} in the meta. */
    static EncodedJson pinned(TweetPage page, long pinnedId) {
        JsonPage json = new JsonPage(bytes(page)).open(Members.DATA).array(page.items(), item -> item(item, page));
        includes(json, page);
        return json.openMeta(page.next(), page.previous())
                .open(Members.PINNED_ID)
                .raw(Json.encode(Long.toString(pinnedId)))
                .closeObject()
                .end();
    }

    /** Like {@link #page}, with {@code "more"} and {@code "hidden_replies"} in the meta. */
    static EncodedJson conversation(ConversationPage conversation) {
        TweetPage page = conversation.page();
        int bytes = bytes(page) + MORE_BYTES * conversation.more().size();
        JsonPage json = new JsonPage(bytes).open(Members.DATA).array(page.items(), item -> item(item, page));
        includes(json, page);
        return json.openMeta(page.next(), page.previous())
                .open(Members.MORE)
                .array(conversation.more(), TweetPageJson::more)
                .open(Members.HIDDEN_REPLIES)
                .raw(Json.encode(conversation.hiddenReplies()))
                .closeObject()
                .end();
    }

    /** Like {@link #page}, with {@code "warnings"} and {@code "highlights"} in the meta. */
    static EncodedJson search(SearchPage search) {
        TweetPage page = search.page();
        int bytes = bytes(page)
                + MORE_BYTES * (search.warnings().size() + search.highlights().size());
        JsonPage json = new JsonPage(bytes).open(Members.DATA).array(page.items(), item -> item(item, page));
        includes(json, page);
        return json.openMeta(page.next(), page.previous())
                .open(Members.WARNINGS)
                .array(search.warnings(), Json::encode)
                .open(Members.HIGHLIGHTS)
                .array(search.highlights(), TweetPageJson::highlight)
                .closeObject()
                .end();
    }

    /** Like {@link #page}, with {@code "explanations"} in the meta. */
    static EncodedJson explained(TweetPage page, List<byte[]> explanations) {
        int bytes = bytes(page)
                + explanations.stream().mapToInt(each -> each.length + 1).sum();
        JsonPage json = new JsonPage(bytes).open(Members.DATA).array(page.items(), item -> item(item, page));
        includes(json, page);
        return json.openMeta(page.next(), page.previous())
                .open(Members.EXPLANATIONS)
                .array(explanations, Function.identity())
                .closeObject()
                .end();
    }

    private static byte[] highlight(SearchPage.Highlight highlight) {
        return Json.encode(new HighlightJson(Long.toString(highlight.tweetId()), highlight.ranges()));
    }

    private static byte[] more(ConversationPage.More more) {
        return Json.encode(new MoreJson(
                Long.toString(more.tweetId()), more.count(), more.cursor().encode()));
    }

    /** A page without meta: {@code {"data": [tweets], "includes": ...}} */
    static EncodedJson list(TweetPage page) {
        JsonPage json = new JsonPage(bytes(page)).open(Members.DATA).array(page.items(), item -> item(item, page));
        includes(json, page);
        return json.end();
    }

    /** A page of one tweet as {@code {"data": tweet, "includes": ...}}. */
    static EncodedJson single(TweetPage page) {
        JsonPage json = new JsonPage(bytes(page))
                .open(Members.DATA)
                .raw(item(page.items().getFirst(), page));
        includes(json, page);
        return json.end();
    }

    /** Only the tweet: {@code {"data": tweet}}. */
    static EncodedJson tweetOnly(StoredTweet tweet) {
        byte[] encoded = tweet(tweet);
        return new JsonPage(OTHER_BYTES + encoded.length)
                .open(Members.DATA)
                .raw(encoded)
                .end();
    }

    /**
     * A page of something else with these tweets in its includes, and with the same meta.
     *
     * @param data each as JSON
     * @param others users to include in addition to the authors
     */
    static EncodedJson beside(List<byte[]> data, TweetPage page, Collection<Profile> others) {
        JsonPage json = new JsonPage(
                bytes(page) + data.stream().mapToInt(each -> each.length + 1).sum());
        json.open(Members.DATA).array(data, Function.identity());
        includes(json, page, others);
        return json.meta(page.next(), page.previous()).end();
    }

    /** Like {@link #beside}, with a single object as data and without meta. */
    static EncodedJson besideOne(byte[] data, TweetPage page, Collection<Profile> others) {
        JsonPage json =
                new JsonPage(bytes(page) + data.length).open(Members.DATA).raw(data);
        includes(json, page, others);
        return json.end();
    }

    private static void includes(JsonPage json, TweetPage page, Collection<Profile> others) {
        Map<Long, Profile> users = LinkedHashMap.newLinkedHashMap(page.authors().size() + others.size());
        Stream.concat(page.authors().stream(), others.stream())
                .forEach(profile -> users.put(profile.user().id(), profile));
        Map<Long, byte[]> tweets = LinkedHashMap.newLinkedHashMap(
                page.items().size() + page.included().size());
        page.items().forEach(item -> tweets.put(item.id(), item(item, page)));
        page.included().forEach(tweet -> tweets.put(tweet.id(), tweet(tweet, page)));
        json.open(Members.INCLUDES).object().open(Members.USERS).array(users.values(), TweetPageJson::user);
        json.open(Members.TWEETS).array(tweets.values(), Function.identity());
        endIncludes(json, page);
    }

    private static void includes(JsonPage json, TweetPage page) {
        json.open(Members.INCLUDES).object().open(Members.USERS).array(page.authors(), TweetPageJson::user);
        json.open(Members.TWEETS).array(page.included(), tweet -> tweet(tweet, page));
        endIncludes(json, page);
    }

    private static void endIncludes(JsonPage json, TweetPage page) {
        json.open(Members.MEDIA).array(page.media(), TweetPageJson::medium);
        if (!page.cards().isEmpty()) {
            json.open(Members.CARDS).array(page.cards(), TweetPageJson::card);
        }
        json.closeObject();
        json.open(Members.VIEWER).object();
        ViewerState state = page.state();
        if (state != null) {
            json.open(Members.LIKED).ids(state.liked());
            json.open(Members.RETWEETED).ids(state.retweeted());
            json.open(Members.BOOKMARKED).ids(state.bookmarked());
        }
        json.closeObject();
    }

    private static byte[] item(PageItem item, TweetPage page) {
        return switch (item) {
            case Entry entry -> tweet(entry.tweet(), page);
            case Tombstone tombstone -> TombstoneJson.encode(tombstone);
        };
    }

    private static byte[] tweet(StoredTweet tweet) {
        return TweetJson.ENCODING.of(tweet);
    }

    /** The poll, which depends on the viewer, becomes the last member of the tweet. */
    private static byte[] tweet(StoredTweet tweet, TweetPage page) {
        PollView poll = page.polls().isEmpty() ? null : page.polls().get(tweet.id());
        return poll == null ? tweet(tweet) : withPoll(tweet(tweet), PollJson.encode(poll));
    }

    private static byte[] withPoll(byte[] tweet, byte[] poll) {
        byte[] whole = Arrays.copyOf(tweet, tweet.length + POLL.length + poll.length);
        System.arraycopy(POLL, 0, whole, tweet.length - 1, POLL.length);
        System.arraycopy(poll, 0, whole, tweet.length - 1 + POLL.length, poll.length);
        whole[whole.length - 1] = '}';
        return whole;
    }

    private static byte[] user(Profile profile) {
        return UserJson.ENCODING.of(profile);
    }

    private static byte[] medium(ShownMedium medium) {
        return MediaJson.ENCODING.of(medium);
    }

    private static byte[] card(LinkCard card) {
        return LinkCardJson.ENCODING.of(card);
    }

    /** Tombstones are rare. */
    private static int bytes(TweetPage page) {
        int bytes = OTHER_BYTES
                + page.items().size()
                + page.included().size()
                + page.authors().size()
                + POLL_BYTES * page.polls().size();
        for (PageItem item : page.items()) {
            bytes += item instanceof Entry entry ? tweet(entry.tweet()).length : OTHER_BYTES;
        }
        for (StoredTweet tweet : page.included()) {
            bytes += tweet(tweet).length;
        }
        for (Profile author : page.authors()) {
            bytes += user(author).length;
        }
        for (ShownMedium medium : page.media()) {
            bytes += 1 + medium(medium).length;
        }
        for (LinkCard card : page.cards()) {
            bytes += 1 + card(card).length;
        }
        return bytes;
    }

    /** Where a tweet matches a search. */
    private record HighlightJson(String id, List<SearchPage.Range> ranges) {}

    /** More replies to a tweet than the page shows. */
    private record MoreJson(String id, long count, String cursor) {}
}
