package social.roost.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import social.roost.base.Ids;
import social.roost.media.MediaContent;
import social.roost.media.MediaStore;
import social.roost.media.MediaUse;
import social.roost.media.Medium;
import social.roost.search.query.Attributes;
import social.roost.search.text.Languages;
import social.roost.search.text.Links;
import social.roost.search.text.TextAnalysis;
import social.roost.tweet.Counts;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.text.Entities;

/** Turns stored tweets into what is indexed of them. */
public final class TweetDocuments {
    private final EngagementStore engagements;
    private final MediaStore media;

    public TweetDocuments(EngagementStore engagements, MediaStore media) {
        this.engagements = engagements;
        this.media = media;
    }

    /** Without retweets, which are not indexed. */
    List<IndexedTweet> of(Collection<Tweet> stored) {
        List<Tweet> indexed =
                stored.stream().filter(tweet -> !tweet.isRetweet()).toList();
        if (indexed.isEmpty()) {
            return List.of();
        }
        Map<Long, Counts> counts = engagements.counts(Ids.of(indexed, Tweet::id));
        Map<Long, Medium> shown = media(indexed);
        return indexed.stream()
                .map(tweet -> of(tweet, counts.getOrDefault(tweet.id(), Counts.NONE), shown))
                .toList();
    }

    /** The tweets that these media belong to. */
    long[] showing(long[] mediaIds) {
        return media.find(mediaIds).values().stream()
                .flatMap(medium -> medium.uses().stream())
                .filter(use -> use.kind() == MediaUse.Kind.TWEET)
                .mapToLong(MediaUse::id)
                .toArray();
    }

    /** How popular tweets are now. */
    Map<Long, Popularity> popularity(long[] ids) {
        Map<Long, Popularity> popularity = new HashMap<>();
        Map<Long, Counts> counts = engagements.counts(ids);
        for (long id : ids) {
            popularity.put(id, Popularity.of(counts.getOrDefault(id, Counts.NONE)));
        }
        return popularity;
    }

    /** The media of these tweets. */
    Map<Long, Medium> media(List<Tweet> of) {
        long[] ids = of.stream()
                .flatMapToLong(tweet -> tweet.mediaIds().stream().mapToLong(id -> id))
                .toArray();
        return ids.length == 0 ? Map.of() : media.find(ids);
    }

    static IndexedTweet of(Tweet tweet, Counts counts, Map<Long, Medium> media) {
        return new IndexedTweet(
                tweet.id(),
                TextAnalysis.document(tweet.content(), tweet.entities(), otherTexts(tweet, media)),
                attributes(tweet, media),
                Popularity.of(counts));
    }

    /** The content warning, the options of the poll, and the descriptions of media. */
    private static List<String> otherTexts(Tweet tweet, Map<Long, Medium> media) {
        List<String> texts = new ArrayList<>();
        String warning = tweet.labels().contentWarning();
        if (warning != null) {
            texts.add(warning);
        }
        if (tweet.poll() != null) {
            texts.addAll(tweet.poll().options());
        }
        for (long id : tweet.mediaIds()) {
            Medium medium = media.get(id);
            if (medium != null) {
                texts.add(medium.description().altText());
            }
        }
        return texts;
    }

    private static Set<String> attributes(Tweet tweet, Map<Long, Medium> media) {
        Set<String> attributes = new HashSet<>();
        attributes.add(Attributes.from(tweet.authorId()));
        attributes.add(Attributes.conversation(tweet.conversationId()));
        attributes.add(
                Attributes.language(Languages.of(tweet.content(), tweet.labels().language())));
        addReferences(tweet.references(), attributes);
        addEntities(tweet.entities(), attributes);
        for (long id : tweet.mediaIds()) {
            attributes.add(Attributes.MEDIA);
            Medium medium = media.get(id);
            MediaContent content = medium == null ? null : medium.content();
            if (content != null) {
                attributes.add(
                        switch (content.kind()) {
                            case IMAGE -> Attributes.IMAGES;
                            case GIF, VIDEO -> Attributes.VIDEO;
                        });
            }
        }
        return attributes;
    }

    private static void addReferences(References references, Set<String> attributes) {
        if (references.replyToId() != null) {
            attributes.add(Attributes.REPLY);
        }
        if (references.replyToUserId() != null) {
            attributes.add(Attributes.to(references.replyToUserId()));
        }
        if (references.quoteOfId() != null) {
            attributes.add(Attributes.QUOTE);
        }
    }

    private static void addEntities(Entities entities, Set<String> attributes) {
        entities.hashtags().forEach(tag -> attributes.add(Attributes.hashtag(tag.tag())));
        entities.mentions().forEach(mention -> attributes.add(Attributes.mention(mention.username())));
        entities.cashtags().forEach(tag -> attributes.add(Attributes.cashtag(tag.tag())));
        for (Entities.Url url : entities.urls()) {
            attributes.add(Attributes.LINKS);
            Links.terms(url.url()).forEach(term -> attributes.add(Attributes.link(term)));
        }
    }
}
