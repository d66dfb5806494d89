import { expect, type Page } from "@playwright/test";
import { logIn, test, tweetOf } from "../cast";
import { settled } from "../world";

const widths = { phone: 390, desktop: 1280 } as const;
const DEMO_PASSWORD = "roost-demo";

const visitorPages = {
  landing: "/",
  login: "/login",
  signup: "/signup",
  "visitor-latest": "/latest",
  "visitor-search": "/search?q=bread",
  "visitor-profile": "/@bob",
  "visitor-nowhere": "/nowhere",
};

const memberPages = {
  home: "/",
  profile: "/@bob",
  "profile-replies": "/@bob/replies",
  "profile-media": "/@bob/media",
  "profile-likes": "/@bob/likes",
  "own-profile": "/@alice",
  followers: "/@alice/followers",
  following: "/@alice/following",
  latest: "/latest",
  people: "/people",
  search: "/search",
  "search-top": "/search?q=the",
  "search-latest": "/search?q=the&f=latest",
  "search-people": "/search?q=a&f=people",
  "search-media": "/search?q=the&f=media",
  "search-nothing": "/search?q=-cat%20since%3A2026-02-30",
  notifications: "/notifications",
  messages: "/messages",
  "message-requests": "/messages/requests",
  mentions: "/notifications/mentions",
  bookmarks: "/bookmarks",
  drafts: "/drafts",
  scheduled: "/scheduled",
  settings: "/settings",
  security: "/settings/security",
  privacy: "/settings/privacy",
  appearance: "/settings/appearance",
  blocked: "/settings/blocked",
  muted: "/settings/muted",
  words: "/settings/words",
  ops: "/ops",
  nowhere: "/nowhere",
};

/** A menu closes when the page scrolls, so that comes first. */
async function openMenu(page: Page, name: string | RegExp): Promise<void> {
  const button = tweetOf(page, "@bob").first().getByRole("button", { name });
  await button.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await page.waitForTimeout(200);
  await button.click();
}

/** What is over a page, and how it is brought there. */
const windows: Record<string, (page: Page) => Promise<void>> = {
  compose: async (page) => {
    await page.keyboard.press("n");
    await page.getByRole("dialog").getByRole("textbox").fill("A thought that is not finished yet, about #birds and other people");
  },
  reply: async (page) => {
    await page.keyboard.press("j");
    await page.keyboard.press("r");
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  complete: async (page) => {
    await page.keyboard.press("n");
    await page.getByRole("dialog").getByRole("textbox").pressSequentially("Dear @a");
    await expect(page.getByRole("listbox")).toBeVisible();
  },
  suggestions: async (page) => {
    await page.goto("/search");
    await page.getByRole("main").getByRole("combobox").pressSequentially("b");
    await expect(page.getByRole("option", { name: "@bob" })).toBeVisible();
  },
  "search-tips": async (page) => {
    await page.goto("/search");
    await page.getByRole("button", { name: "Search tips" }).click();
  },
  keys: (page) => page.keyboard.press("?"),
  "tweet-menu": (page) => openMenu(page, "More"),
  "mute-choice": async (page) => {
    await openMenu(page, "More");
    await page.getByRole("menuitem", { name: /^Mute/ }).click();
  },
  "retweet-menu": (page) => openMenu(page, /^Retweet/),
};

/** What only somebody sees who has just come. */
const emptyPages = {
  welcome: "/welcome",
  "empty-home": "/",
  "empty-notifications": "/notifications",
  "empty-messages": "/messages",
  "empty-bookmarks": "/bookmarks",
  "empty-blocked": "/settings/blocked",
  "empty-muted": "/settings/muted",
};

async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `screenshots/${name}.png` });
}

async function photographAll(page: Page, pages: Record<string, string>, suffix: string): Promise<void> {
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await settled(page);
    await photograph(page, `${name}-${suffix}`);
  }
}

async function photographWindows(page: Page, suffix: string): Promise<void> {
  for (const [name, open] of Object.entries(windows)) {
    await page.goto("/");
    await settled(page);
    await open(page);
    await photograph(page, `${name}-${suffix}`);
  }
}

/** Blocks and mutes somebody of the demo world, so that both lists have somebody. */
async function hideSome(page: Page): Promise<void> {
  const headers = { Origin: new URL(page.url()).origin };
  const found = await page.request.get("/api/roost/v1/users/by/username/heidi");
  const { data: heidi } = (await found.json()) as { data: { id: string } };
  await page.request.put(`/api/roost/v1/users/${heidi.id}/block`, { headers });
  await page.request.put(`/api/roost/v1/users/${heidi.id}/mute`, { headers, data: { duration_seconds: 86_400 } });
}

async function photographTweet(page: Page, suffix: string): Promise<void> {
  await page.goto("/@bob");
  await settled(page);
  await page.getByRole("article").first().press("Enter");
  await expect(page.getByRole("heading", { name: "Conversation" })).toBeVisible();
  await settled(page);
  await photograph(page, `tweet-${suffix}`);
}

async function photographRefusals(page: Page, suffix: string): Promise<void> {
  await page.goto("/signup");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await photograph(page, `signup-refused-${suffix}`);
  await page.goto("/login");
  await page.getByLabel("Username").fill("alice");
  await page.getByLabel("Password").fill("not it at all");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await photograph(page, `login-refused-${suffix}`);
}

for (const [device, width] of Object.entries(widths)) {
  for (const colorScheme of ["light", "dark"] as const) {
    const suffix = `${device}-${colorScheme}`;
    const look = { colorScheme, reducedMotion: "reduce", viewport: { width, height: 844 } } as const;

    test(`visitors, ${suffix}`, async ({ visit }) => {
      const page = await visit("/", look);
      await photographAll(page, visitorPages, suffix);
      await photographRefusals(page, suffix);
    });

    test(`a newcomer, ${suffix}`, async ({ open, alice }) => {
      await photographAll(await open(alice, "/", look), emptyPages, suffix);
    });

    test(`a member, ${suffix}`, async ({ visit }) => {
      test.slow();
      const page = await visit("/", look);
      await logIn(page.context(), "alice", DEMO_PASSWORD);
      await hideSome(page);
      await photographAll(page, memberPages, suffix);
      await photographWindows(page, suffix);
      await photographTweet(page, suffix);
    });
  }
}
