import { expect, type Page } from "@playwright/test";
import type { Member } from "./cast";

/** A small world in which every page has something to show, and its root, a tweet that everything happened to. */
export interface World {
  root: string;
  /** The pages of a member, by name. */
  pages: Record<string, string>;
  /** Those that a visitor may see. */
  visitorPages: Record<string, string>;
}

export async function makeWorld({ alice, bob, carol, dave }: Record<"alice" | "bob" | "carol" | "dave", Member>): Promise<World> {
  await alice.api.follow(bob);
  await bob.api.follow(alice);
  const root = await alice.api.post("A perch with a view. https://example.org/view #birds");
  const reply = await bob.api.post("Save me a seat, @someone.", { reply_to_id: root });
  for (const text of ["It is yours.", "Come soon.", "Bring bread.", "And tea."]) await alice.api.post(text, { reply_to_id: reply });
  await bob.api.post("Look at this.", { quote_of_id: root });
  await askTwice(alice, bob);
  for (const deed of ["like", "retweet"]) await bob.api.call("PUT", `/tweets/${root}/${deed}`);
  await alice.api.call("PUT", `/tweets/${root}/bookmark`);
  await carol.api.post(`Hello @${alice.username}, may I come in?`);
  await writeForLater(alice, root);
  const conversation = await writeToEachOther(alice, bob);
  await alice.api.call("PUT", `/users/${dave.id}/mute`, { duration_seconds: 3_600 });
  await alice.api.call("PUT", `/users/${dave.id}/block`);
  const list = await makeList(alice, bob);
  const pages = { ...publicPages(root, reply, alice, bob), ...listPages(alice, list) };
  return { root, pages: { home: "/", lists: "/lists", ...pages, ...privatePages(alice, conversation) }, visitorPages: { ...pages, ...entrances } };
}

/** A draft, a scheduled tweet and a pinned one. */
async function writeForLater(alice: Member, root: string): Promise<void> {
  await alice.api.call("PUT", "/drafts/first", { tweets: [{ content: "What I always wanted to" }] });
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  await alice.api.call("POST", "/tweets", { content: "Good morning from the roof.", scheduled_at: tomorrow });
  await alice.api.call("PUT", `/tweets/${root}/pin`);
}

/** Two polls: alice can vote in that of bob, and sees the results of her own. */
async function askTwice(alice: Member, bob: Member): Promise<void> {
  const poll = { options: ["On the wire", "In the tree", "Under the roof"], duration_seconds: 86_400 };
  await bob.api.post("Where do we meet?", { poll });
  const own = await alice.api.post("Where do we sleep?", { poll });
  await bob.api.call("POST", `/polls/${own}/votes`, { choice: 2 });
}

/** Returns the ID of their conversation. */
async function writeToEachOther(alice: Member, bob: Member): Promise<string> {
  const { id } = await alice.api.call<{ id: string }>("POST", "/conversations", { member_ids: [bob.id] });
  await alice.api.call("POST", `/conversations/${id}/messages`, { text: "Is there room on your wire?", client_key: "a" });
  await bob.api.call("POST", `/conversations/${id}/messages`, { text: "Always. https://example.org/wire", client_key: "b", reply_to_seq: 1 });
  await alice.api.call("PUT", `/conversations/${id}/messages/2/reactions/${encodeURIComponent("❤️")}`);
  return id;
}

/** A public list, which is a tab on Home. Returns its ID. */
async function makeList(alice: Member, bob: Member): Promise<string> {
  const { id } = await alice.api.call<{ id: string }>("POST", "/lists", { name: "Birders", private: false, pinned: true });
  await alice.api.call("PUT", `/lists/${id}/members/${bob.id}`);
  return id;
}

const listPages = (alice: Member, id: string) => ({
  list: `/lists/${id}`,
  "list's members": `/lists/${id}/members`,
  "user's lists": `/@${alice.username}/lists`,
});

function publicPages(root: string, reply: string, alice: Member, bob: Member): Record<string, string> {
  return {
    tweet: `/tweet/${root}`,
    reply: `/tweet/${reply}`,
    likes: `/tweet/${root}/likes`,
    retweets: `/tweet/${root}/retweets`,
    quotes: `/tweet/${root}/quotes`,
    profile: `/@${bob.username}`,
    "profile with replies": `/@${bob.username}/replies`,
    "profile's media": `/@${bob.username}/media`,
    "profile's likes": `/@${bob.username}/likes`,
    followers: `/@${alice.username}/followers`,
    following: `/@${alice.username}/following`,
    "profile's empty likes": `/@${alice.username}/likes`,
    latest: "/latest",
    trends: "/trends",
    search: "/search",
    "found tweets": "/search?q=perch",
    "latest found tweets": "/search?q=perch&f=latest",
    "found people": `/search?q=${alice.username}&f=people`,
    "found media": "/search?q=perch&f=media",
    "nothing there": "/nowhere",
  };
}

const entrances = { landing: "/", "log-in": "/login", "sign-up": "/signup" };

function privatePages(alice: Member, conversation: string): Record<string, string> {
  return {
    "own profile": `/@${alice.username}`,
    people: "/people",
    welcome: "/welcome",
    notifications: "/notifications",
    messages: "/messages",
    requests: "/messages/requests",
    conversation: `/messages/${conversation}`,
    mentions: "/notifications/mentions",
    bookmarks: "/bookmarks",
    drafts: "/drafts",
    scheduled: "/scheduled",
    settings: "/settings",
    security: "/settings/security",
    privacy: "/settings/privacy",
    "timeline settings": "/settings/home",
    "notification settings": "/settings/notifications",
    appearance: "/settings/appearance",
    blocked: "/settings/blocked",
    muted: "/settings/muted",
    "muted words": "/settings/words",
    "trend settings": "/settings/trends",
    analytics: "/analytics",
    "analytics of 90 days": "/analytics/90",
  };
}

/** Waits until a page has what it is about. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/^Loading (?!More)/)).toHaveCount(0);
}
