import type { components } from "./schema.generated";

type Schemas = components["schemas"];

export type User = Schemas["User"];
/** The logged-in user, with a mark for operators. */
export type Me = Schemas["MeAnswer"]["data"];
export type Tweet = Schemas["Tweet"];
export type TweetCounts = Schemas["TweetCounts"];
export type ScheduledTweet = Schemas["ScheduledTweet"];
export type ScheduledEdit = Schemas["ScheduledEdit"];
export type SavedDraft = Schemas["SavedDraft"];
export type Poll = Schemas["Poll"];
export type TweetEdit = Schemas["TweetEdit"];
/** A version of a tweet's text. */
export type Revision = Schemas["Revision"];
export type Entities = Schemas["Entities"];
export type Tombstone = Schemas["Tombstone"];
export type Card = Schemas["Card"];
export type Media = Schemas["Media"];
export type MediaKind = Schemas["MediaKind"];
export type Focus = Schemas["Focus"];
export type MediaEdit = Schemas["MediaEdit"];
export type ImageSize = Schemas["ImageSize"];
/** The avatar or header image of a user. */
export type Picture = Schemas["Picture"];
export type NewUpload = Schemas["NewUpload"];
export type Upload = Schemas["Upload"];
export type Capabilities = Schemas["Capabilities"];
export type Viewer = Schemas["Viewer"];
export type Includes = Schemas["Includes"];
export type TweetAnswer = Schemas["TweetAnswer"];
export type TweetPage = Schemas["TweetPage"];
export type SearchWarning = Schemas["SearchWarning"];
/** The parts of a tweet that match a search. */
export type Highlight = Schemas["Highlight"];
export type Hashtag = Schemas["Hashtag"];
export type SearchSuggestion = Schemas["Completion"];
export type UserPage = Schemas["UserPage"];
export type Relationship = Schemas["Relationship"];
export type Suggestion = Schemas["Suggestion"];
export type Notification = Schemas["Notification"];
export type NotificationPage = Schemas["NotificationPage"];
export type NotificationType = Notification["type"];
export type Preferences = Schemas["PreferencesAnswer"]["data"];
/** Why a tweet has its place in the home timeline. */
export type Explanation = Schemas["Explanation"];
/** What the user asked for: more or less like a tweet. */
export type Feedback = Schemas["Feedback"];
export type Session = Schemas["Session"];
export type NewTweet = Schemas["Draft"];
export type ProfileEdit = Schemas["ProfileEdit"];
export type Registration = Schemas["Registration"];
export type SecondFactor = Schemas["SecondFactor"];
/** What an authenticator app needs. */
export type ProposedSecret = Schemas["ProposedSecret"];
export type Credentials = Omit<Schemas["Credentials"], "cookie">;
/** What a user saw or opened. */
export type Impression = Schemas["ImpressionReport"]["items"][number];
export type TweetAnalytics = Schemas["TweetAnalyticsAnswer"]["data"];
export type MyAnalytics = Schemas["MyAnalyticsAnswer"]["data"];
export type EngagementTotals = Schemas["EngagementTotals"];
export type List = Schemas["List"];
export type NewList = Schemas["NewList"];
export type ListEdit = Schemas["ListEdit"];
export type Trend = Schemas["Trend"];
/** The user's location, and the topics that they dismissed. */
export type TrendChoices = components["responses"]["TrendChoices"]["content"]["application/json"]["data"];
export type MutedWord = Schemas["MutedWord"];
export type NewMutedWord = Schemas["NewMutedWord"];
export type MetricsPoint = Schemas["MetricsPoint"];
export type Message = Schemas["Message"];
export type MessageReaction = Schemas["MessageReaction"];
export type MessageAnswer = Schemas["MessageAnswer"];
export type MessagePage = Schemas["MessagePage"];
export type NewMessage = Schemas["NewMessage"];
export type Conversation = Schemas["Conversation"];
export type ConversationMember = Schemas["ConversationMember"];
/** Whether the user has accepted a conversation. */
export type ConversationStatus = Schemas["ConversationStatus"];
export type ConversationEdit = Schemas["ConversationEdit"];
export type Problem = Schemas["Problem"];
export type StreamEvent = Schemas["StreamEvent"];
export type StreamCommand = Schemas["StreamCommand"];
export type ReportCategory = Schemas["ReportCategory"];
export type NewReport = Schemas["NewReport"];
/** What moderators tell a user. */
export type AccountNotice = Schemas["AccountNotice"];
export type ModerationCase = Schemas["ModerationCase"];
export type OpenedCase = Schemas["OpenedCase"];
export type Report = Schemas["Report"];
export type ReportedItem = Schemas["ReportedItem"];
export type Decision = Schemas["Decision"];
export type NewDecision = Schemas["NewDecision"];
export type ModerationAction = Schemas["ModerationAction"];
export type Moderator = Schemas["Moderator"];
export type AuditEntry = Schemas["AuditEntry"];
export type Invitation = Schemas["Invitation"];
export type NewInvitation = Schemas["NewInvitation"];
