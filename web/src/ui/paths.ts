export const profileTabs = ["tweets", "replies", "media", "likes"] as const;
export type ProfileTab = (typeof profileTabs)[number];

export const followLists = ["followers", "following"] as const;
export type FollowList = (typeof followLists)[number];

export const engagementLists = ["likes", "retweets", "quotes"] as const;
export type EngagementList = (typeof engagementLists)[number];

/** The groups of the settings, and lists that belong to one of them. */
export const settingsParts = [
  "account",
  "security",
  "privacy",
  "blocked",
  "muted",
  "words",
  "home",
  "trends",
  "notifications",
  "appearance",
] as const;
export type SettingsPart = (typeof settingsParts)[number];

export const moderationParts = ["open", "decided", "moderators", "invitations", "audit"] as const;
export type ModerationPart = (typeof moderationParts)[number];

export const searchParts = ["top", "latest", "people", "media"] as const;
export type SearchPart = (typeof searchParts)[number];

/** For how many days one's own analytics are shown; the server accepts no more. */
export const analyticsDays = ["28", "7", "90"] as const;
export type AnalyticsDays = (typeof analyticsDays)[number];

/** The conversations that the user has accepted, and the others. */
export type ConversationList = "inbox" | "requests";

export type NotificationFilter = "all" | "mentions";

/** The paths of all pages. */
export const paths = {
  home: "/",
  logIn: "/login",
  signUp: "/signup",
  forgotPassword: "/forgot-password",
  resetPassword: "/reset-password",
  confirmEmail: "/confirm-email",
  welcome: "/welcome",
  latest: "/latest",
  people: "/people",
  trends: "/trends",
  bookmarks: "/bookmarks",
  lists: "/lists",
  list: (id: string) => `/lists/${id}`,
  listMembers: (id: string) => `/lists/${id}/members`,
  userLists: (username: string) => `/@${username}/lists`,
  drafts: "/drafts",
  scheduled: "/scheduled",
  ops: "/ops",
  moderation: (part: ModerationPart = "open") => (part === "open" ? "/moderation" : `/moderation/${part}`),
  moderationCase: (id: string) => `/moderation/cases/${id}`,
  notifications: (filter: NotificationFilter = "all") => (filter === "all" ? "/notifications" : `/notifications/${filter}`),
  messages: (list: ConversationList = "inbox") => (list === "inbox" ? "/messages" : `/messages/${list}`),
  conversation: (id: string, at?: number) => `/messages/${id}${at === undefined ? "" : `?at=${at}`}`,
  settings: (part?: SettingsPart) => (part === undefined ? "/settings" : `/settings/${part}`),
  search: (words = "", part: SearchPart = "top") =>
    words === "" ? "/search" : `/search?q=${encodeURIComponent(words)}${part === "top" ? "" : `&f=${part}`}`,
  profile: (username = "", tab: ProfileTab = "tweets") => (tab === "tweets" ? `/@${username}` : `/@${username}/${tab}`),
  follows: (username: string, list: FollowList) => `/@${username}/${list}`,
  tweet: (id: string) => `/tweet/${id}`,
  analytics: (days: AnalyticsDays = "28") => (days === "28" ? "/analytics" : `/analytics/${days}`),
  tweetAnalytics: (id: string) => `/tweet/${id}/analytics`,
  engagement: (id: string, list: EngagementList) => `/tweet/${id}/${list}`,
} as const;

const oneOf = (words: readonly string[]) => words.join("|");

/** What the router matches paths against. A username has no slash, so pages below a profile differ from profiles. */
export const patterns = {
  tweet: "/tweet/:id",
  notifications: "/notifications/:filter?",
  messages: "/messages/:place?",
  list: /^\/lists\/(?<id>\d+)(?:\/(?<part>members))?\/?$/,
  userLists: /^\/@(?<username>\w+)\/lists\/?$/,
  settings: "/settings/:part?",
  moderation: "/moderation/:part?",
  moderationCase: "/moderation/cases/:id",
  analytics: "/analytics/:days?",
  tweetAnalytics: "/tweet/:id/analytics",
  engagement: new RegExp(`^/tweet/(?<id>\\d+)/(?<list>${oneOf(engagementLists)})/?$`),
  follows: new RegExp(`^/@(?<username>\\w+)/(?<list>${oneOf(followLists)})/?$`),
  profile: new RegExp(`^/@(?<username>\\w+)(?:/(?<tab>${oneOf(profileTabs.slice(1))}))?/?$`),
  /** Log-in and sign-up, which lead on to another page. */
  entrances: new RegExp(`^(${oneOf([paths.logIn, paths.signUp])})/?$`),
  /** What is opened for one purpose, mostly from an email. */
  errands: new RegExp(`^(${oneOf([paths.forgotPassword, paths.resetPassword, paths.confirmEmail])})/?$`),
  /** Pages that require a session. */
  members: new RegExp(
    `^(${oneOf([
      paths.logIn,
      paths.welcome,
      paths.people,
      paths.notifications(),
      paths.messages(),
      paths.bookmarks,
      `${paths.lists}(?=/?$)`,
      paths.drafts,
      paths.scheduled,
      paths.analytics(),
      paths.tweetAnalytics(String.raw`\d+`),
      paths.settings(),
      paths.ops,
      paths.moderation(),
    ])})(/.*)?$`,
  ),
} as const;
