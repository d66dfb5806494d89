package social.roost.app;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import social.roost.analytics.AnalyticsStore;
import social.roost.base.Lifecycle;
import social.roost.draft.SavedDraftStore;
import social.roost.draft.ScheduledTweetStore;
import social.roost.graph.BlockStore;
import social.roost.graph.DismissalStore;
import social.roost.graph.GraphStore;
import social.roost.http.RateLimits;
import social.roost.link.LinkCardStore;
import social.roost.list.ListStore;
import social.roost.live.PresenceStore;
import social.roost.mail.MailStore;
import social.roost.mail.MailTransport;
import social.roost.media.ArrivingObjects;
import social.roost.media.FileNaming;
import social.roost.media.MediaProcessing;
import social.roost.media.MediaStore;
import social.roost.media.ObjectStorage;
import social.roost.message.ContactStore;
import social.roost.message.ConversationStore;
import social.roost.message.MessageStore;
import social.roost.message.TypingSignals;
import social.roost.moderation.AccountNoticeStore;
import social.roost.moderation.AuditLog;
import social.roost.moderation.CaseStore;
import social.roost.moderation.ReportStore;
import social.roost.mute.ConversationMuteStore;
import social.roost.mute.MutedWordStore;
import social.roost.notification.NotificationStore;
import social.roost.push.PushStore;
import social.roost.ranking.FrozenOrders;
import social.roost.ranking.SeenTweets;
import social.roost.ranking.SignalStore;
import social.roost.search.TweetIndexes;
import social.roost.search.names.HashtagStore;
import social.roost.search.names.UserNameStore;
import social.roost.timeline.TimelineStore;
import social.roost.trend.HiddenTopicStore;
import social.roost.trend.ObservationLog;
import social.roost.trend.TrendBoard;
import social.roost.trend.TrendChoiceStore;
import social.roost.trend.TweetsSince;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.HiddenReplyStore;
import social.roost.tweet.PinStore;
import social.roost.tweet.PollStore;
import social.roost.tweet.RecentTweetStore;
import social.roost.tweet.TweetStore;
import social.roost.user.EmailStore;
import social.roost.user.FailedLogIns;
import social.roost.user.InvitationStore;
import social.roost.user.ModeratorStore;
import social.roost.user.PasswordResetStore;
import social.roost.user.SecondFactorStore;
import social.roost.user.SessionStore;
import social.roost.user.TicketStore;
import social.roost.user.UserStore;

/**
 * Answers the question "which stores?": every port, by feature, with its adapter. Nothing else in the program knows the
 * adapters.
 *
 * @param search null if tweets are not searched
 * @param opened what to close
 */
record Stores(
        OfUsers users,
        OfGraph graph,
        OfTweets tweets,
        OfDrafts drafts,
        OfMedia media,
        TimelineStore timelines,
        @Nullable TweetIndexes search,
        AnalyticsStore analytics,
        OfTrends trends,
        NotificationStore notifications,
        OfMessages messages,
        OfPush push,
        OfRanking ranking,
        OfMail mail,
        OfModeration moderation,
        PresenceStore presence,
        RateLimits rates,
        Infrastructure infrastructure,
        StoreUpkeep upkeep,
        Lifecycle opened)
        implements AutoCloseable {

    /** Accounts and sessions, by what names users are found, who is a moderator, and invitations. */
    record OfUsers(
            UserStore accounts,
            SessionStore sessions,
            TicketStore tickets,
            FailedLogIns failedLogIns,
            SecondFactorStore secondFactors,
            UserNameStore names,
            ModeratorStore moderators,
            InvitationStore invitations) {}

    /**
     * Who follows, blocks and mutes whom, who dismissed whose suggestion, who mutes which words and conversations, and
     * lists of users.
     */
    record OfGraph(
            GraphStore follows,
            BlockStore blocks,
            DismissalStore dismissals,
            MutedWordStore mutedWords,
            ConversationMuteStore mutedConversations,
            ListStore lists) {}

    /**
     * Tweets, likes and bookmarks, the cards of links, hashtags, which replies are hidden, votes in polls, and pinned
     * tweets.
     */
    record OfTweets(
            TweetStore posts,
            EngagementStore engagements,
            RecentTweetStore recent,
            LinkCardStore cards,
            HashtagStore hashtags,
            HiddenReplyStore hiddenReplies,
            PollStore polls,
            PinStore pins) {}

    /** Tweets that are not posted yet. */
    record OfDrafts(ScheduledTweetStore scheduled, SavedDraftStore saved) {}

    /**
     * Uploads, their objects and how they are processed.
     *
     * @param arriving receives uploads; null if clients send them to the object storage
     */
    record OfMedia(
            MediaStore rows,
            ObjectStorage objects,
            @Nullable ArrivingObjects arriving,
            MediaProcessing processing,
            FileNaming naming) {}

    /**
     * Trends, and what users and operators chose about them.
     *
     * @param observations from which trends are detected
     * @param past which this process observes after its start; null if the detection keeps what it knows
     */
    record OfTrends(
            TrendChoiceStore choices,
            HiddenTopicStore hidden,
            TrendBoard board,
            ObservationLog observations,
            @Nullable TweetsSince past) {}

    /** Direct messages, and who may write to whom. */
    record OfMessages(
            ConversationStore conversations, MessageStore messages, ContactStore contacts, TypingSignals typing) {}

    /**
     * Push subscriptions.
     *
     * @param secret from which the key of the server is derived
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record OfPush(PushStore subscriptions, byte[] secret) {}

    /** What the order of home timelines depends on. */
    record OfRanking(SignalStore signals, SeenTweets seen, FrozenOrders orders) {}

    /**
     * Emails, and what they are for.
     *
     * @param transport null if no emails are sent
     */
    record OfMail(
            MailStore due,
            EmailStore emails,
            PasswordResetStore resets,
            @Nullable MailTransport transport) {}
    /** Reports, and what moderators decide about them. */
    record OfModeration(ReportStore reports, CaseStore cases, AccountNoticeStore notices, AuditLog audit) {}

    static Stores open(Config config, InstantSource clock) {
        return switch (config.stores()) {
            case EMBEDDED -> EmbeddedStores.open(config, clock);
            case CLUSTER -> ClusterStores.open(config, clock);
        };
    }

    @Override
    public void close() {
        opened.close();
    }
}
