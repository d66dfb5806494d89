package social.roost;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import social.roost.analytics.Impressions;
import social.roost.analytics.TweetAnalytics;
import social.roost.link.CardFetch;
import social.roost.live.Screens;
import social.roost.timeline.Conversation;
import social.roost.trend.Trends;
import social.roost.tweet.Drafts;
import social.roost.tweet.EditTweet;
import social.roost.tweet.Outline;
import social.roost.tweet.PostTweet;
import social.roost.tweet.ReplyRules;
import social.roost.tweet.Retweets;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetAccess;
import social.roost.tweet.Tweets;
import social.roost.tweet.Viewer;
import social.roost.tweet.Visibility;
import social.roost.view.Hydration;

/** Nothing goes past {@link Viewer}, which alone decides who sees a tweet. */
class VisibilityRulesTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PackageOrder.ROOT);

    @Test
    void onlyTheViewerDecidesByVisibility() {
        noClasses()
                .that(describe(
                        "neither store nor make nor show tweets",
                        type -> PackageOrder.isDomain(type.getPackageName())
                                && !isOneOf(
                                        type.getName(),
                                        Viewer.class,
                                        Visibility.class,
                                        Tweet.class,
                                        Outline.class,
                                        Drafts.class,
                                        PostTweet.class)))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Visibility.class)
                .check(CODE);
    }

    /**
     * A class that is added here must ask {@link Viewer} for each tweet that it shows. {@link CardFetch} shows none, and
     * {@link TweetAnalytics} counts for the author alone.
     */
    @Test
    void onlyTheseLoadTweetsToShow() {
        noClasses()
                .that(describe(
                        "do not ask the viewer",
                        type -> !isOneOf(
                                type.getName(),
                                Tweets.class,
                                TweetAccess.class,
                                PostTweet.class,
                                EditTweet.class,
                                Retweets.class,
                                ReplyRules.class,
                                CardFetch.class,
                                Impressions.class,
                                TweetAnalytics.class,
                                Hydration.class,
                                Conversation.class,
                                Screens.class,
                                Trends.class)))
                .should()
                .callMethod(Tweets.class, "find", long[].class)
                .orShould()
                .callMethod(Tweets.class, "find", long.class)
                .orShould()
                .callMethod(Tweets.class, "outlines", long[].class)
                .check(CODE);
    }

    private static boolean isOneOf(String name, Class<?>... types) {
        return Arrays.stream(types)
                .anyMatch(type -> name.equals(type.getName()) || name.startsWith(type.getName() + "$"));
    }
}
