import { expect } from "@playwright/test";
import { test, tweetOf } from "./cast";

test("likes, retweets and bookmarks are put on and taken off, everywhere at once", async ({ open, alice, bob }) => {
  await bob.api.follow(alice);
  await alice.api.post("Do with this as you like.");
  const page = await open(bob);
  const tweet = tweetOf(page, "Do with this as you like.");

  await tweet.getByRole("button", { name: "Like, 0 likes" }).click();
  await expect(tweet.getByRole("button", { name: "Like, 1 like" })).toHaveAttribute("aria-pressed", "true");
  await tweet.getByRole("button", { name: "Bookmark" }).click();
  await tweet.getByRole("button", { name: /^Retweet/ }).click();
  await page.getByRole("menuitem", { name: "Retweet" }).click();
  await expect(tweet.getByRole("button", { name: "Retweeted, 1 retweet" }).first()).toBeVisible();

  await page.getByRole("link", { name: "Bookmarks" }).click();
  await expect(tweet.getByRole("button", { name: "Like, 1 like" })).toHaveAttribute("aria-pressed", "true");
  await tweet.getByRole("button", { name: "Like, 1 like" }).click();
  await tweet.getByRole("button", { name: "Bookmark" }).click();
  await expect(tweet.getByRole("button", { name: "Bookmark" })).toHaveAttribute("aria-pressed", "false");

  await page.getByRole("link", { name: "Home" }).click();
  await expect(tweet.getByRole("button", { name: "Like, 0 likes" }).first()).toHaveAttribute("aria-pressed", "false");
  await tweet.getByRole("button", { name: /^Retweeted/ }).first().click();
  await page.getByRole("menuitem", { name: "Undo retweet" }).click();
  await expect(tweet.getByRole("button", { name: "Retweet, 0 retweets" }).first()).toBeVisible();
});

test("a like that does not get through is taken back", async ({ open, alice, bob }) => {
  await bob.api.follow(alice);
  await alice.api.post("Unlikable.");
  const page = await open(bob);
  const tweet = tweetOf(page, "Unlikable.");
  await page.route("**/like", (route) => route.abort());
  await tweet.getByRole("button", { name: "Like, 0 likes" }).click();
  await expect(page.getByText("Couldn't like this tweet.")).toBeVisible();
  await expect(tweet.getByRole("button", { name: "Like, 0 likes" })).toHaveAttribute("aria-pressed", "false");
});

test("a reply stands in the conversation, and a quote shows what it quotes", async ({ open, alice, bob }) => {
  const id = await alice.api.post("Tea or coffee?");
  const page = await open(bob, `/tweet/${id}`);
  await page.getByLabel("Write your reply").fill("Tea, of course.");
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  await expect(tweetOf(page, "Tea, of course.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Reply, 1 reply" })).toBeVisible();

  await tweetOf(page, "Tea or coffee?").getByRole("button", { name: /^Retweet/ }).click();
  await page.getByRole("menuitem", { name: "Quote" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Add a comment").fill("The question of the day.");
  await dialog.getByRole("button", { name: "Post" }).click();
  const news = page.locator(".toast").filter({ hasText: "Your tweet was posted." });
  await news.getByRole("button", { name: "View" }).click();
  await expect(page.getByRole("article", { name: "Bob: The question of the day." })).toContainText("Tea or coffee?");

  await page.goto(`/tweet/${id}`);
  await page.getByRole("link", { name: "1 quote" }).click();
  await expect(tweetOf(page, "The question of the day.")).toBeVisible();
});

test("what led to a reply stands above it, with a tombstone for what was deleted", async ({ open, alice, bob }) => {
  const first = await alice.api.post("The root.");
  const second = await bob.api.post("The branch.", { reply_to_id: first });
  const third = await alice.api.post("The twig.", { reply_to_id: second });
  await bob.api.call("DELETE", `/tweets/${second}`);
  const page = await open(bob, `/tweet/${third}`);
  await expect(page.getByRole("article", { name: "Alice: The twig." })).toBeVisible();
  await expect(tweetOf(page, "The root.")).toBeAttached();
  await expect(page.getByText("This tweet was deleted.")).toBeAttached();
});

test("one's own tweet is deleted after one was asked", async ({ open, alice }) => {
  await alice.api.post("Not my best.");
  const page = await open(alice);
  const tweet = tweetOf(page, "Not my best.");
  await tweet.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(tweet).toHaveCount(0);
  await expect(page.getByText("Tweet deleted.")).toBeVisible();
});

test("who liked and who retweeted is listed", async ({ open, alice, bob }) => {
  const id = await alice.api.post("Well received.");
  await bob.api.call("PUT", `/tweets/${id}/like`);
  await bob.api.call("PUT", `/tweets/${id}/retweet`);
  const page = await open(alice, `/tweet/${id}`);
  await page.getByRole("link", { name: "1 like" }).click();
  await expect(page.getByRole("article", { name: "Bob" })).toBeVisible();
  await page.getByRole("link", { name: "Retweets" }).click();
  await expect(page.getByRole("article", { name: "Bob" })).toBeVisible();
});

test("text is text, and only entities are links", async ({ open, alice }) => {
  await alice.api.post("<b>bold</b> 🐦🪺 https://example.org/a @nobody_here #tag <script>alert(1)</script>");
  const page = await open(alice);
  const tweet = tweetOf(page, "<b>bold</b>");
  const link = tweet.getByRole("link", { name: "https://example.org/a" });
  await expect(link).toHaveAttribute("rel", "noopener nofollow");
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(tweet.getByRole("link", { name: "@nobody_here" })).toHaveAttribute("href", "/@nobody_here");
  await expect(tweet.locator("b, script")).toHaveCount(0);
});
