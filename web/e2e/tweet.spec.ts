import { expect } from "@playwright/test";
import { test, tweetOf } from "./cast";

test("likes, retweets and bookmarks change everywhere at once", async ({ open, alice, bob }) => {
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

test("a like that fails is reverted", async ({ open, alice, bob }) => {
  await bob.api.follow(alice);
  await alice.api.post("Unlikable.");
  const page = await open(bob);
  const tweet = tweetOf(page, "Unlikable.");
  await page.route("**/like", (route) => route.abort());
  await tweet.getByRole("button", { name: "Like, 0 likes" }).click();
  await expect(page.getByText("Couldn't like this tweet.")).toBeVisible();
  await expect(tweet.getByRole("button", { name: "Like, 0 likes" })).toHaveAttribute("aria-pressed", "false");
});

test("a reply appears in the conversation, and a quote shows the quoted tweet", async ({ open, alice, bob }) => {
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
  await expect(tweetOf(page, "The question of the day.")).toContainText("Tea or coffee?");
  await expect(page.getByRole("heading", { name: "Conversation" })).toBeVisible();

  await page.goto(`/tweet/${id}`);
  await page.getByRole("link", { name: "1 quote" }).click();
  await expect(tweetOf(page, "The question of the day.")).toBeVisible();
});

test("the tweets that led to a reply appear above it, with tombstones for deleted ones", async ({ open, alice, bob }) => {
  const first = await alice.api.post("The root.");
  const second = await bob.api.post("The branch.", { reply_to_id: first });
  const third = await alice.api.post("The twig.", { reply_to_id: second });
  await bob.api.call("DELETE", `/tweets/${second}`);
  const page = await open(bob, `/tweet/${third}`);
  await expect(tweetOf(page, "The twig.")).toBeVisible();
  await expect(tweetOf(page, "The root.")).toBeAttached();
  await expect(page.getByText("This tweet was deleted.")).toBeAttached();
});

test("a user's own tweet is deleted after a confirmation", async ({ open, alice }) => {
  await alice.api.post("Not my best.");
  const page = await open(alice);
  const tweet = tweetOf(page, "Not my best.");
  await tweet.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(tweet).toHaveCount(0);
  await expect(page.getByText("Tweet deleted.")).toBeVisible();
});

test("users who liked and retweeted are listed", async ({ open, alice, bob }) => {
  const id = await alice.api.post("Well received.");
  await bob.api.call("PUT", `/tweets/${id}/like`);
  await bob.api.call("PUT", `/tweets/${id}/retweet`);
  const page = await open(alice, `/tweet/${id}`);
  await page.getByRole("link", { name: "1 like" }).click();
  await expect(page.getByRole("article", { name: "Bob" })).toBeVisible();
  await page.getByRole("link", { name: "Retweets" }).click();
  await expect(page.getByRole("article", { name: "Bob" })).toBeVisible();
});

test("only entities become links", async ({ open, alice }) => {
  await alice.api.post("<b>bold</b> 🐦🪺 https://example.org/a @nobody_here #tag <script>alert(1)</script>");
  const page = await open(alice);
  const tweet = tweetOf(page, "<b>bold</b>");
  const link = tweet.getByRole("link", { name: "example.org/a" });
  await expect(link).toHaveAttribute("rel", "noopener nofollow");
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(tweet.getByRole("link", { name: "@nobody_here" })).toHaveAttribute("href", "/@nobody_here");
  await expect(tweet.locator("b, script")).toHaveCount(0);
});

test("B1: a quote within a retweeted quote is shown, though the page does not contain it", async ({ open, alice, bob, carol, dave }) => {
  const quoted = await alice.api.post("The first words.");
  const quote = await carol.api.post("The second words.", { quote_of_id: quoted });
  const quoteOfQuote = await dave.api.post("The third words.", { quote_of_id: quote });
  await alice.api.call("PUT", `/tweets/${quoteOfQuote}/retweet`);
  await bob.api.follow(alice);
  const page = await open(bob);
  await expect(tweetOf(page, "The third words.")).toContainText("The second words.");
  await expect(page.getByText("This tweet was deleted.")).toHaveCount(0);
});

test("B1: only what was deleted is called deleted", async ({ open, alice, bob, carol }) => {
  await bob.api.follow(alice);
  const deleted = await carol.api.post("Soon gone.");
  const hidden = await carol.api.post("Soon muted.");
  await alice.api.post("On the one.", { quote_of_id: deleted });
  await alice.api.post("On the other.", { quote_of_id: hidden });
  await carol.api.call("DELETE", `/tweets/${deleted}`);
  await bob.api.call("PUT", `/users/${carol.id}/mute`);
  const page = await open(bob);
  await expect(tweetOf(page, "On the one.").getByText("This tweet was deleted.")).toBeVisible();
  const other = tweetOf(page, "On the other.");
  await expect(other.getByText("From an account you muted.")).toBeVisible();
  await other.getByRole("button", { name: "Show" }).click();
  await expect(other.getByText("Soon muted.")).toBeVisible();
});

test("B4: the number of tweets is the server's after posting and deleting", async ({ open, alice }) => {
  const page = await open(alice, `/@${alice.username}`);
  const count = page.locator(".page-title p");
  await expect(count).toHaveText("0 tweets");
  for (let number = 1; number <= 3; number++) {
    await page.keyboard.press("n");
    await page.getByRole("dialog").getByRole("textbox").fill(`Number ${number}.`);
    await page.keyboard.press("Control+Enter");
    await expect(count).toHaveText(number === 1 ? "1 tweet" : `${number} tweets`);
    await expect(tweetOf(page, `Number ${number}.`)).toBeVisible();
  }
  await tweetOf(page, "Number 2.").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(count).toHaveText("2 tweets");
  await page.waitForTimeout(1_500);
  await expect(count).toHaveText("2 tweets");
});

test("B5: deleting a tweet on its own page leads back", async ({ open, alice }) => {
  const id = await alice.api.post("Not here either.");
  const page = await open(alice, `/@${alice.username}`);
  await tweetOf(page, "Not here either.").getByText("Not here either.").click();
  await expect(page).toHaveURL(`/tweet/${id}`);
  await page.locator(".focused").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(`/@${alice.username}`);
  await expect(page.getByText("Tweet deleted.")).toBeVisible();
});

test("B5: there is no reply box below the tombstone of a deleted tweet", async ({ open, alice, bob }) => {
  const id = await alice.api.post("Gone soon.");
  await bob.api.post("A reply that stays.", { reply_to_id: id });
  const page = await open(bob, `/tweet/${id}`);
  await expect(page.getByRole("textbox", { name: "Write your reply" })).toBeVisible();
  await alice.api.call("DELETE", `/tweets/${id}`);
  await page.reload();
  await expect(page.getByText("This tweet was deleted.")).toBeVisible();
  await expect(tweetOf(page, "A reply that stays.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
});

test("B6: the text of a blocked user disappears at once", async ({ open, alice, bob, carol }) => {
  await alice.api.follow(bob);
  const words = await carol.api.post("Words to block.");
  await bob.api.post("Look at that.", { quote_of_id: words });
  await bob.api.call("PUT", `/tweets/${words}/retweet`);
  const page = await open(alice);
  const quote = tweetOf(page, "Look at that.");
  await expect(quote).toContainText("Words to block.");
  const retweet = tweetOf(page, "Words to block.").filter({ hasNotText: "Look at that." });
  await retweet.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: /^Block/ }).click();
  const blocked = page.waitForResponse(/\/block$/);
  await page.getByRole("dialog").getByRole("button", { name: "Block" }).click();
  await expect(quote.getByText("From an account you block.")).toBeVisible();
  await expect(page.getByText("Words to block.")).toHaveCount(0);
  await blocked;
  await page.reload();
  await expect(quote.getByText("From an account you block.")).toBeVisible();
});

test("B15: no text leaves its row", async ({ open, alice }) => {
  await alice.api.post(`Zalgo ${`a${"\u0301".repeat(40)}`.repeat(5)}`);
  await alice.api.post(`https://example.org/${"x".repeat(600)}`);
  await alice.api.post(`First${"\n".repeat(24)}Last`);
  await alice.api.post("مرحبا @alice كيف الحال");
  const page = await open(alice, "/", { viewport: { width: 320, height: 700 } });
  await expect(tweetOf(page, "Zalgo").locator(".tweet-text")).toHaveCSS("overflow", "clip");
  for (const text of ["example.org", "First"]) {
    const box = await tweetOf(page, text).locator(".tweet-text").boundingBox();
    expect(box?.height, text).toBeLessThan(120);
  }
  const mention = tweetOf(page, "مرحبا").locator(".tweet-text").getByRole("link", { name: "@alice" });
  await expect(mention.locator("xpath=..")).toHaveJSProperty("tagName", "BDI");
});

test("B20: a middle click opens a tweet in another tab, and a long name leaves room for the handle", async ({ open, alice }) => {
  await alice.api.call("PATCH", "/users/me", { display_name: "A very long name that goes on and on, and then on" });
  await alice.api.post("In a new tab.");
  const page = await open(alice, "/", { viewport: { width: 480, height: 700 } });
  const tweet = tweetOf(page, "In a new tab.");
  const handle = tweet.locator(".handle").first();
  const room = await handle.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(room).toBeLessThanOrEqual(1);
  const opened = page.context().waitForEvent("page");
  await tweet.getByText("In a new tab.").click({ button: "middle" });
  expect((await opened).url()).toContain("/tweet/");
});

test("B20: a reply to oneself does not say whom it replies to", async ({ open, alice, bob }) => {
  const id = await alice.api.post("First half.");
  await alice.api.post("Second half.", { reply_to_id: id });
  await bob.api.post("Well said.", { reply_to_id: id });
  const page = await open(alice, `/@${alice.username}/replies`);
  await expect(tweetOf(page, "Second half.")).toBeVisible();
  await expect(page.getByText("Replying to")).toHaveCount(0);
  await page.goto(`/@${bob.username}/replies`);
  await expect(tweetOf(page, "Well said.")).toBeVisible();
  await expect(page.getByText("First half.")).toBeVisible();
});

test("B20: an unknown username leads to the box for usernames", async ({ open, alice }) => {
  const page = await open(alice, "/@nobody_of_this_name");
  await expect(page.getByText("There is no @nobody_of_this_name here")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
});

test("a mention of nobody leads to a search for the name", async ({ visit, bob }) => {
  const nobody = `${bob.username}_zz`;
  const id = await bob.api.post(`Where is @${nobody}?`);
  await expect.poll(async () => (await bob.api.call<unknown[]>("GET", `/search/tweets?q=%40${nobody}`)).length).toBe(1);
  const page = await visit(`/tweet/${id}`);
  await page.getByRole("main").getByRole("link", { name: `@${nobody}` }).click();
  await expect(page).toHaveURL(`/@${nobody}`);
  await page.getByRole("link", { name: `Search for @${nobody}` }).click();
  await expect(page).toHaveURL(`/search?q=%40${nobody}`);
  await expect(tweetOf(page, "Where is").locator("mark")).toHaveText([`@${nobody}`]);
});

test("a link has a card of its page, unless a quoted tweet takes its place", async ({ open, alice }) => {
  const url = "https://example.org/view";
  const id = await alice.api.post(`A perch with a view: ${url}`);
  await alice.api.post(`Look: ${url}`, { quote_of_id: id });
  const page = await open(alice);
  await page.route(/\/api\/roost\/v1\/(tweets|users)\//, async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { includes?: object };
    const card = { url, title: "The best perches", description: "Where to sit. ".repeat(20), site: "Views" };
    await route.fulfill({ response, json: answer.includes ? { ...answer, includes: { ...answer.includes, cards: [card] } } : answer });
  });
  await page.goto(`/@${alice.username}`);
  const tweet = tweetOf(page, "A perch with a view").filter({ hasNotText: "Look:" });
  const card = tweet.getByRole("link", { name: "The best perches" });
  await expect(card).toHaveAttribute("href", url);
  await expect(card).toHaveAttribute("rel", "noopener nofollow");
  expect((await card.boundingBox())?.height).toBeLessThan(110);
  await expect(page.getByText("The best perches")).toHaveCount(1);
});
