package social.roost.api;

import java.util.List;
import social.roost.base.Timestamps;
import social.roost.http.EncodedJson;
import social.roost.http.Json;
import social.roost.ranking.Explanation;
import social.roost.ranking.Signal;
import social.roost.view.TweetPage;

/** The JSON of explanations and wishes. */
final class RankingJson {
    private RankingJson() {}

    /** A page of tweets with {@code "explanations"} in the meta. */
    static EncodedJson page(TweetPage page, List<Explanation> explanations) {
        return TweetPageJson.explained(
                page,
                explanations.stream()
                        .map(explanation -> Json.encode(ExplanationJson.of(explanation)))
                        .toList());
    }

    static ExplanationJson of(Explanation explanation) {
        return ExplanationJson.of(explanation);
    }

    static List<WishJson> wishes(List<Signal> wishes) {
        return wishes.stream().map(WishJson::of).toList();
    }

    /** Why a tweet has its place. */
    record ExplanationJson(String tweetId, double score, List<PartJson> parts) {
        static ExplanationJson of(Explanation explanation) {
            return new ExplanationJson(
                    Long.toString(explanation.tweetId()),
                    explanation.score(),
                    explanation.parts().stream().map(PartJson::of).toList());
        }
    }

    /** @param kind {@code term} if it is added, {@code factor} if it is multiplied */
    private record PartJson(String name, String kind, double value, double contribution) {
        static PartJson of(Explanation.Contribution each) {
            return new PartJson(
                    each.part().text(), each.part().isFactor() ? "factor" : "term", each.value(), each.contribution());
        }
    }

    /** What the user asked for. */
    record WishJson(String tweetId, String authorId, String kind, String createdAt) {
        static WishJson of(Signal wish) {
            return new WishJson(
                    Long.toString(wish.tweetId()),
                    Long.toString(wish.authorId()),
                    wish.kind() == Signal.Kind.MORE ? FeedbackRoutes.MORE : FeedbackRoutes.LESS,
                    Timestamps.format(wish.at()));
        }
    }
}
