import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { ErrorBoundary } from "../ui/ErrorBoundary";
import { Skeletons } from "../ui/Skeletons";
import { usePath } from "../ui/navigation";
import { analyticsDays, engagementLists, followLists, moderationParts, paths, patterns, profileTabs, settingsParts } from "../ui/paths";
import { firstPage } from "../session/nextPage";

const loads: (() => Promise<unknown>)[] = [];

function page<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  loads.push(load);
  return lazy(load);
}

/** Preloads all pages, so that they open fast on a slow network and even without one. */
export function loadPages(): void {
  for (const load of loads) void load().catch(() => undefined);
}

const TweetPage = page(() => import("./TweetPage"));
const EngagementPage = page(() => import("./EngagementPage"));
const ProfilePage = page(() => import("./ProfilePage"));
const ExplorePage = page(() => import("./ExplorePage"));
const WelcomePage = page(() => import("./WelcomePage"));
const FollowsPage = page(() => import("./FollowsPage"));
const NotificationsPage = page(() => import("./NotificationsPage"));
const MessagesPage = page(() => import("./MessagesPage"));
const BookmarksPage = page(() => import("./BookmarksPage"));
const ListsPage = page(() => import("./ListsPage"));
const ListPage = page(() => import("./ListPage"));
const UserListsPage = page(() => import("./UserListsPage"));
const DraftsPage = page(() => import("./DraftsPage"));
const SettingsPage = page(() => import("./SettingsPage"));
const AnalyticsPage = page(() => import("./AnalyticsPage"));
const TweetAnalyticsPage = page(() => import("./TweetAnalyticsPage"));
const SearchPage = page(() => import("./SearchPage"));
const OpsPage = page(() => import("./OpsPage"));
const ForgotPasswordPage = page(() => import("./ForgotPasswordPage"));
const ResetPasswordPage = page(() => import("./ResetPasswordPage"));
const ConfirmEmailPage = page(() => import("./ConfirmEmailPage"));
const ModerationPage = page(() => import("./ModerationPage"));
const CasePage = page(() => import("./CasePage"));
const NotFoundPage = page(() => import("./NotFoundPage"));

/** The value of a route's parameter, or the first of the possible ones. */
function oneOf<Value extends string>(values: readonly [Value, ...Value[]], text: string | undefined): Value {
  return values.find((value) => value === text) ?? values[0];
}

/** Pages that visitors can see too. */
export const publicRoutes = [
  <Route key="latest" path={paths.latest}>
    {() => <ExplorePage part="latest" />}
  </Route>,
  <Route key="trends" path={paths.trends}>
    {() => <ExplorePage part="trends" />}
  </Route>,
  <Route key="search" path={paths.search()} component={SearchPage} />,
  <Route key="forgot-password" path={paths.forgotPassword} component={ForgotPasswordPage} />,
  <Route key="reset-password" path={paths.resetPassword} component={ResetPasswordPage} />,
  <Route key="confirm-email" path={paths.confirmEmail} component={ConfirmEmailPage} />,
  <Route key="tweet" path={patterns.tweet}>
    {({ id }) => <TweetPage key={id} id={id} />}
  </Route>,
  <Route key="engagement" path={patterns.engagement}>
    {({ id = "", list }) => <EngagementPage key={id} id={id} list={oneOf(engagementLists, list)} />}
  </Route>,
  <Route key="list" path={patterns.list}>
    {({ id = "", part }) => <ListPage id={id} part={part === "members" ? "members" : "tweets"} />}
  </Route>,
  <Route key="user-lists" path={patterns.userLists}>
    {({ username = "" }) => <UserListsPage key={username} username={username} />}
  </Route>,
  <Route key="follows" path={patterns.follows}>
    {({ username = "", list }) => <FollowsPage key={username} username={username} list={oneOf(followLists, list)} />}
  </Route>,
  <Route key="profile" path={patterns.profile}>
    {({ username = "", tab }) => <ProfilePage key={username} username={username} tab={oneOf(profileTabs, tab)} />}
  </Route>,
];

export const memberRoutes = [
  <Route key="people" path={paths.people}>
    {() => <ExplorePage part="people" />}
  </Route>,
  <Route key="welcome" path={paths.welcome} component={WelcomePage} />,
  <Route key="notifications" path={patterns.notifications}>
    {({ filter }) => <NotificationsPage filter={filter === "mentions" ? "mentions" : "all"} />}
  </Route>,
  <Route key="messages" path={patterns.messages}>
    {({ place }) => <MessagesPage place={place} />}
  </Route>,
  <Route key="bookmarks" path={paths.bookmarks} component={BookmarksPage} />,
  <Route key="lists" path={paths.lists} component={ListsPage} />,
  <Route key="drafts" path={paths.drafts}>
    {() => <DraftsPage part="drafts" />}
  </Route>,
  <Route key="scheduled" path={paths.scheduled}>
    {() => <DraftsPage part="scheduled" />}
  </Route>,
  <Route key="settings" path={patterns.settings}>
    {({ part }) => <SettingsPage part={settingsParts.find((each) => each === part)} />}
  </Route>,
  <Route key="analytics" path={patterns.analytics}>
    {({ days }) => <AnalyticsPage days={oneOf(analyticsDays, days)} />}
  </Route>,
  <Route key="tweet-analytics" path={patterns.tweetAnalytics}>
    {({ id }) => <TweetAnalyticsPage key={id} id={id} />}
  </Route>,
  <Route key="ops" path={paths.ops} component={OpsPage} />,
  <Route key="moderation" path={patterns.moderation}>
    {({ part }) => <ModerationPage part={oneOf(moderationParts, part)} />}
  </Route>,
  <Route key="case" path={patterns.moderationCase}>
    {({ id }) => <CasePage key={id} id={id} />}
  </Route>,
  <Route key="logged-in" path={patterns.entrances}>
    {() => <Redirect to={firstPage()} replace />}
  </Route>,
];

/** The matching page, with a placeholder until its script is loaded. */
export function Pages({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary path={usePath()}>
      <Suspense fallback={<Skeletons label="the page" />}>
        <Switch>
          {children}
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}
