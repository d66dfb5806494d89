import { expect } from "@playwright/test";
import { test, tweetOf } from "./cast";

test("a new tweet appears for a follower without a reload", async ({ open, alice, bob }) => {
  await bob.api.follow(alice);
  const alices = await open(alice);
  const bobs = await open(bob);
  await expect(bobs.getByText("Your timeline is empty")).toBeVisible();

  await alices.getByLabel("What's on your mind?").fill("The swifts are back! #birds");
  await alices.getByRole("button", { name: "Post" }).click();
  await expect(tweetOf(alices, "The swifts are back!")).toBeVisible();

  const pill = bobs.getByRole("button", { name: "Show 1 new tweet" });
  await expect(pill).toBeVisible();
  await expect(tweetOf(bobs, "The swifts are back!")).toHaveCount(0);
  await pill.click();
  await expect(tweetOf(bobs, "The swifts are back!")).toBeVisible();
  await expect(pill).toBeHidden();
});

test("counts, deletions and notifications update live", async ({ open, alice, bob }) => {
  await bob.api.follow(alice);
  const id = await alice.api.post("Count on this.");
  const alices = await open(alice);
  const bobs = await open(bob);
  const tweet = tweetOf(alices, "Count on this.");
  await expect(tweet).toBeVisible();

  await tweetOf(bobs, "Count on this.").getByRole("button", { name: /^Like/ }).click();
  await expect(tweet.getByRole("button", { name: "Like, 1 like" })).toBeVisible();
  await expect(alices.getByRole("link", { name: /Notifications/ }).getByText("unread")).toBeAttached();
  await expect(alices).toHaveTitle(/^\(\d+\) Home/);

  await alice.api.call("DELETE", `/tweets/${id}`);
  await expect(tweetOf(bobs, "Count on this.")).toHaveCount(0);
});

test("a lost connection is shown, and missed tweets arrive once it is back", async ({ open, alice, bob }) => {
  await bob.api.follow(alice);
  const page = await open(bob);
  await expect(page.getByText("Your timeline is empty")).toBeVisible();

  const seen = await alice.api.post("Seen before.");
  await page.getByRole("button", { name: "Show 1 new tweet" }).click();
  await expect(tweetOf(page, "Seen before.")).toBeVisible();
  await page.waitForTimeout(600); // until it is told to be on the screen

  await page.context().setOffline(true);
  await expect(page.getByText("You're offline.")).toBeVisible();
  await alice.api.post("Said while you were away.");
  await alice.api.call("DELETE", `/tweets/${seen}`);
  await page.context().setOffline(false);
  await expect(page.getByText("You're offline.")).toBeHidden();
  await page.getByRole("button", { name: "Show 1 new tweet" }).click();
  await expect(tweetOf(page, "Said while you were away.")).toBeVisible();
  await expect(tweetOf(page, "Seen before.")).toHaveCount(0);
});

test("a button and a key refresh the timeline", async ({ open, alice, bob }) => {
  await bob.api.follow(alice);
  const page = await open(bob);
  await expect(page.getByText("Your timeline is empty")).toBeVisible();
  await alice.api.post("First of two.");
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(tweetOf(page, "First of two.")).toBeVisible();
  await alice.api.post("Second of two.");
  await page.keyboard.press(".");
  await expect(tweetOf(page, "Second of two.")).toBeVisible();
});

test("B7, B8: the lost-connection notice does not flicker, and failed pages reload by themselves", async ({ open, alice }) => {
  const page = await open(alice, "about:blank");
  let isDown = false;
  await page.routeWebSocket("**/api/roost/v1/stream*", (socket) => {
    if (isDown) void socket.close({ code: 1011 });
    else socket.connectToServer();
  });
  await page.route("**/api/roost/v1/**", (route) => (isDown ? route.abort() : route.continue()));
  await page.goto("/");
  await expect(page.getByText("Your timeline is empty")).toBeVisible();
  isDown = true;
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  const banner = page.getByText("Connection lost. Reconnecting…");
  await expect(banner).toBeVisible();
  await page.getByRole("link", { name: "Bookmarks" }).click();
  const failure = page.getByRole("alert").filter({ hasText: "Something went wrong" });
  await expect(failure).toBeVisible({ timeout: 15_000 });
  for (let look = 0; look < 20; look++) {
    expect(await banner.isVisible()).toBe(true);
    await page.waitForTimeout(200);
  }
  isDown = false;
  await expect(page.getByText("No bookmarks yet")).toBeVisible({ timeout: 40_000 });
  await expect(banner).toBeHidden();
});
