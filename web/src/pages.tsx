import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { features } from "./api/features";
import { entrances, wantedPage } from "./session/nextPage";
import { Mishap } from "./ui/Mishap";
import { Skeletons } from "./ui/Skeletons";
import { usePath } from "./ui/navigation";

const loads: (() => Promise<unknown>)[] = [];

function page<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  loads.push(load);
  return lazy(load);
}

/** Fetches the pages ahead, so that the way to them is short on a slow network, and there without one. */
export function loadPages(): void {
  for (const load of loads) void load().catch(() => undefined);
}

const TweetPage = page(() => import("./tweet/TweetPage"));
const EngagementPage = page(() => import("./tweet/EngagementPage"));
const ProfilePage = page(() => import("./profile/ProfilePage"));
const FollowsPage = page(() => import("./profile/FollowsPage"));
const NotificationsPage = page(() => import("./notification/NotificationsPage"));
const BookmarksPage = page(() => import("./tweet/BookmarksPage"));
const SettingsPage = page(() => import("./settings/SettingsPage"));
const SearchPage = page(() => import("./search/SearchPage"));
const OpsPage = page(() => import("./ops/OpsPage"));
const NotFoundPage = page(() => import("./ui/NotFoundPage"));

// Everyone's addresses. A name has no slash, so that pages below a profile are told apart from it.
const profile = /^\/@(?<username>\w+)(?:\/(?<tab>replies|likes))?\/?$/;
const follows = /^\/@(?<username>\w+)\/(?<list>followers|following)\/?$/;
const engagement = /^\/tweet\/(?<id>\d+)\/(?<list>likes|retweets|quotes)\/?$/;

/** Pages that a visitor may see too. */
export const publicRoutes = [
  <Route key="tweet" path="/tweet/:id">
    {({ id }) => <TweetPage key={id} id={id} />}
  </Route>,
  <Route key="engagement" path={engagement}>
    {({ id = "", list = "" }) => <EngagementPage key={id} id={id} list={list as "likes"} />}
  </Route>,
  <Route key="follows" path={follows}>
    {({ username = "", list = "" }) => <FollowsPage key={username} username={username} list={list as "followers"} />}
  </Route>,
  <Route key="profile" path={profile}>
    {({ username = "", tab = "tweets" }) => <ProfilePage key={username} username={username} tab={tab as "tweets"} />}
  </Route>,
];

export const memberRoutes = [
  <Route key="notifications" path="/notifications/:filter?">
    {({ filter }) => <NotificationsPage filter={filter === "mentions" ? "mentions" : "all"} />}
  </Route>,
  <Route key="bookmarks" path="/bookmarks" component={BookmarksPage} />,
  <Route key="settings" path="/settings/:part?">
    {({ part }) => <SettingsPage part={part} />}
  </Route>,
  features.search && <Route key="search" path="/search" component={SearchPage} />,
  <Route key="ops" path="/ops" component={OpsPage} />,
  <Route key="logged-in" path={entrances}>
    {() => <Redirect to={wantedPage()} replace />}
  </Route>,
];

/** One of these pages, and its outline until its script is there. */
export function Pages({ children }: { children: ReactNode }) {
  return (
    <Mishap path={usePath()}>
      <Suspense fallback={<Skeletons label="the page" />}>
        <Switch>
          {children}
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </Mishap>
  );
}
