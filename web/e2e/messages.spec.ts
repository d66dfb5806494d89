import { expect } from "@playwright/test";
import { expectAccessible } from "./axe";
import { test, tweetOf } from "./cast";
import { composer, entryOf, expectAtEnd, messageOf, messagesLink, pairOf, say, sayMany, send } from "./talk";

test("two users write to each other: the badge, the list, what is seen and who is typing", async ({ open, alice, bob }) => {
  await alice.api.follow(bob);
  await bob.api.follow(alice);
  const alices = await open(alice, `/@${bob.username}`);
  const bobs = await open(bob);
  await alices.getByRole("button", { name: "Message", exact: true }).click();
  await expect(alices.getByRole("heading", { level: 1, name: "Bob" })).toBeVisible();
  await expect(composer(alices)).toBeFocused();
  await send(alices, "Shall we meet at eight?");
  await expect(messageOf(alices, "Shall we meet at eight?")).toContainText("Sent");
  await expect(composer(alices)).toHaveValue("");

  await expect(messagesLink(bobs)).toContainText("1");
  await expect(bobs).toHaveTitle(/^\(2\) /); // with the notification of the follow
  await messagesLink(bobs).click();
  await expect(entryOf(bobs, "Alice")).toContainText("Shall we meet at eight?");
  await entryOf(bobs, "Alice").click();
  await expect(messageOf(bobs, "Shall we meet at eight?")).toBeVisible();
  await expect(messageOf(alices, "Shall we meet at eight?")).toContainText("Seen");
  await expect(messagesLink(bobs)).not.toContainText("1");
  await expect(bobs).toHaveTitle("(1) Alice · Roost");

  await composer(bobs).pressSequentially("Nine is");
  await expect(alices.getByText("Bob is typing…").first()).toBeVisible();
  await composer(bobs).pressSequentially(" better.");
  await composer(bobs).press("Enter");
  await expect(messageOf(alices, "Nine is better.")).toBeVisible();
  await expect(alices.getByText("Bob is typing…")).toHaveCount(0);
  await expect(entryOf(alices, "Bob")).toContainText("Nine is better.");
  await expect(entryOf(bobs, "Alice")).toContainText("You: Nine is better.");
  await expectAccessible(alices, "a conversation");
});

test("Enter sends and Shift+Enter does not; drafts are kept for each conversation", async ({ open, alice, bob, carol }) => {
  const withBob = await pairOf(alice, bob);
  const withCarol = await pairOf(alice, carol);
  await say(bob, withBob, "Hello.");
  await say(carol, withCarol, "Hi.");
  const page = await open(alice, `/messages/${withBob}`);
  await composer(page).fill("One");
  await composer(page).press("Shift+Enter");
  await composer(page).pressSequentially("Two");
  await entryOf(page, "Carol").click();
  await expect(composer(page)).toHaveValue("");
  await expect(entryOf(page, "Bob")).toContainText("Draft: One");
  await page.reload();
  await entryOf(page, "Bob").click();
  await expect(composer(page)).toHaveValue("One\nTwo");
  await composer(page).press("Enter");
  await expect(messageOf(page, "Two")).toContainText("Sent");
});

test("logging out leaves no text behind", async ({ open, alice, bob }) => {
  const id = await pairOf(alice, bob);
  const page = await open(alice, `/messages/${id}`);
  await page.route("**/conversations/*/messages", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await send(page, "PRIVATE and pending.");
  await composer(page).fill("PRIVATE and unfinished.");
  const stored = () => page.evaluate(() => [localStorage, sessionStorage].some((storage) => JSON.stringify(storage).includes("PRIVATE")));
  await expect.poll(stored).toBe(true);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Log in" }).first()).toBeVisible();
  expect(await stored()).toBe(false);
});

test("without a connection messages wait in order, survive a reload, and are sent once", async ({ open, alice, bob }) => {
  const id = await pairOf(alice, bob);
  await say(bob, id, "Are you there?");
  const page = await open(alice, `/messages/${id}`);
  await expect(messageOf(page, "Are you there?")).toBeVisible();
  let isDown = true;
  await page.route("**/conversations/*/messages", (route) => (isDown && route.request().method() === "POST" ? route.abort() : route.continue()));
  for (const text of ["First.", "Second.", "Third."]) await send(page, text);
  await expect(messageOf(page, "First.")).toContainText("Waiting for the connection…");
  await expect(messageOf(page, "First.").getByRole("button", { name: "Retry" })).toBeVisible();
  await messageOf(page, "Second.").waitFor();

  await page.reload();
  await expect(messageOf(page, "Third.")).toBeVisible();
  isDown = false;
  await expect(messageOf(page, "Third.")).toContainText("Sent", { timeout: 40_000 });
  const { length } = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("roost.message")));
  expect(length).toBe(0);
  const told = await bob.api.call<{ text: string }[]>("GET", `/conversations/${id}/messages`);
  expect(told.map(({ text }) => text)).toEqual(["Third.", "Second.", "First.", "Are you there?"]);
});

test("a lost response sends nothing twice, and a refused message can be deleted", async ({ open, alice, bob }) => {
  const id = await pairOf(alice, bob);
  const page = await open(alice, `/messages/${id}`);
  await expect(composer(page)).toBeFocused();
  let losses = 1;
  await page.route("**/conversations/*/messages", async (route) => {
    if (route.request().method() !== "POST" || losses-- <= 0) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await send(page, "Only once.");
  await expect(messageOf(page, "Only once.")).toContainText("Sent");
  await expect(messageOf(page, "Only once.")).toHaveCount(1);
  expect(await alice.api.call<object[]>("GET", `/conversations/${id}/messages`)).toHaveLength(1);

  await page.route("**/conversations/*/messages", (route) => {
    const json = { type: "about:blank", title: "Invalid", status: 422, detail: "That is not accepted.", code: "invalid_value", request_id: "x" };
    return route.request().method() === "POST" ? route.fulfill({ status: 422, json, contentType: "application/problem+json" }) : route.continue();
  });
  await send(page, "Never.");
  await expect(messageOf(page, "Never.").getByRole("alert")).toContainText("Not sent. That is not accepted.");
  await messageOf(page, "Never.").getByRole("button", { name: "Delete" }).click();
  await expect(messageOf(page, "Never.")).toHaveCount(0);
  await send(page, "Later.");
  await expect(messageOf(page, "Later.").getByRole("alert")).toBeVisible();
  await page.unrouteAll();
  await messageOf(page, "Later.").getByRole("button", { name: "Retry" }).click();
  await expect(messageOf(page, "Later.")).toContainText("Sent");
});

test("messages are reacted to, replied to, copied and deleted", async ({ open, alice, bob }) => {
  const id = await pairOf(alice, bob);
  await say(bob, id, "Look, a heron!");
  await say(alice, id, "Where?");
  const alices = await open(alice, `/messages/${id}`);
  const bobs = await open(bob, `/messages/${id}`);
  await expect(messageOf(bobs, "Where?")).toBeVisible();
  const heron = messageOf(alices, "Look, a heron!").first();
  await heron.hover();
  await heron.getByRole("button", { name: "React" }).click();
  await alices.getByRole("dialog", { name: "Emoji" }).getByRole("button", { name: "❤️" }).first().click();
  await expect(heron.getByRole("button", { name: "❤️ 1: You" })).toHaveAttribute("aria-pressed", "true");
  await messageOf(bobs, "Look, a heron!").getByRole("button", { name: "❤️ 1: Alice" }).click();
  await expect(heron.getByRole("button", { name: "❤️ 2: Alice" })).toHaveCount(0);
  await expect(heron.getByRole("button", { name: /❤️ 2: (You and Bob|Bob and You)/ })).toBeVisible();
  await heron.getByRole("button", { name: /^❤️/ }).click();
  await expect(messageOf(bobs, "Look, a heron!").getByRole("button", { name: "❤️ 1: You" })).toBeVisible();

  await heron.hover();
  await heron.getByRole("button", { name: "Reply" }).click();
  await expect(alices.getByText("Replying to Bob")).toBeVisible();
  await send(alices, "Lovely.");
  const reply = messageOf(bobs, "Lovely.");
  await expect(reply.getByRole("button", { name: /Look, a heron!/ })).toBeVisible();
  await reply.getByRole("button", { name: /Look, a heron!/ }).click();
  await expect(messageOf(bobs, "Look, a heron!").first()).toBeFocused();

  const mine = messageOf(alices, "Lovely.");
  await mine.hover();
  await mine.getByRole("button", { name: "More" }).click();
  await expectAccessible(alices, "the menu of a message");
  await alices.getByRole("menuitem", { name: "Delete for everyone" }).click();
  await alices.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(messageOf(alices, "You deleted this message")).toBeVisible();
  await expect(messageOf(bobs, "This message was deleted")).toBeVisible();
  await messageOf(bobs, "Where?").hover();
  await messageOf(bobs, "Where?").getByRole("button", { name: "More" }).click();
  await expect(bobs.getByRole("menuitem", { name: "Delete for everyone" })).toHaveCount(0);
  await bobs.getByRole("menuitem", { name: "Delete for me" }).click();
  await bobs.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(messageOf(bobs, "Where?")).toHaveCount(0);
  await expect(messageOf(alices, "Where?")).toBeVisible();
});

test("a long conversation keeps its place: unread line, older messages, and back to the newest", async ({ open, alice, bob }) => {
  test.slow();
  const id = await pairOf(alice, bob);
  await sayMany(bob, id, 150, "Old");
  await alice.api.call("POST", `/conversations/${id}/read`, { seq: 150 });
  await sayMany(bob, id, 20, "New");
  const page = await open(alice, `/messages/${id}`);
  await expect(page.getByText("New messages", { exact: true })).toBeInViewport();
  await expect(messageOf(page, "New 1.").first()).toBeInViewport();
  await page.getByRole("button", { name: /^Jump to newest/ }).click();
  await expectAtEnd(page);
  await expect(messagesLink(page)).not.toContainText("unread");

  const scroller = page.locator(".message-scroller");
  const topOf = (text: string) => messageOf(page, text).first().evaluate((element) => element.getBoundingClientRect().top);
  await scroller.hover();
  await page.mouse.wheel(0, -1_500);
  await expect(messageOf(page, "Old 140.")).toBeAttached();
  const before = await topOf("Old 140.");
  await say(bob, id, "While you read.");
  await expect(page.getByRole("button", { name: "Jump to newest (1 new)" })).toBeVisible();
  expect(Math.abs((await topOf("Old 140.")) - before)).toBeLessThan(2);
  for (let times = 0; times < 30; times++) {
    await page.mouse.wheel(0, -1_200);
    await page.waitForTimeout(60);
  }
  await expect(messageOf(page, "Old 1.").first()).toBeInViewport();
  expect(await page.locator(".message-scroller article").count()).toBeLessThan(200);
  await page.getByRole("button", { name: /^Jump to newest/ }).click();
  await expect(messageOf(page, "While you read.")).toBeInViewport();
  await expectAtEnd(page);
});

test("messages are found by their words, and a result leads to its message", async ({ open, alice, bob }) => {
  const id = await pairOf(alice, bob);
  await say(bob, id, "The swifts are back from the south.");
  await sayMany(alice, id, 100);
  const page = await open(alice, "/messages");
  await page.getByRole("searchbox", { name: "Search messages" }).fill("swift south");
  await page.getByRole("searchbox", { name: "Search messages" }).press("Enter");
  const found = page.getByRole("list", { name: "Found messages" }).getByRole("link");
  await expect(found).toHaveCount(1);
  await expect(found).toContainText("Bob: The swifts are back");
  await found.click();
  await expect(messageOf(page, "The swifts are back")).toBeInViewport();
  await expectAccessible(page, "found messages");
  await page.getByRole("button", { name: "Jump to newest" }).click();
  await expect(messageOf(page, "Number 100.")).toBeInViewport();
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(entryOf(page, "Bob")).toBeVisible();
});

test("a tweet is shared as a card, and says so when it is gone", async ({ open, alice, bob }) => {
  const id = await pairOf(alice, bob);
  await say(bob, id, "Anything new?");
  const tweet = await bob.api.post("A perch with a view.");
  const page = await open(alice);
  await tweetOf(page, "A perch with a view.").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Send via message" }).click();
  const dialog = page.getByRole("dialog", { name: "Send via message" });
  await expectAccessible(page, "the choice of a recipient");
  await dialog.getByRole("button", { name: "Bob" }).click();
  await send(page, "Yours!");
  await expect(messageOf(page, "Yours!")).toContainText("A perch with a view.");
  const bobs = await open(bob, `/messages/${id}`);
  await expect(messageOf(bobs, "Yours!").locator(".quoted")).toContainText("A perch with a view.");
  await bob.api.call("DELETE", `/tweets/${tweet}`);
  await bobs.reload();
  await expect(messageOf(bobs, "Yours!")).toContainText("This tweet was deleted.");
});

test("the settings say who may write, and whether others see what is read", async ({ open, alice, bob }) => {
  const id = await pairOf(alice, bob);
  const page = await open(bob, "/settings/privacy");
  const receipts = page.getByRole("switch", { name: /^Read receipts/ });
  await expect(receipts).toBeChecked();
  await receipts.uncheck();
  await page.getByRole("radio", { name: /^Nobody/ }).check();
  const preferences = () => bob.api.call<{ messages: object }>("GET", "/users/me/preferences");
  await expect.poll(preferences).toMatchObject({ messages: { from: "nobody", read_receipts: false } });
  await page.reload();
  await expect(page.getByRole("radio", { name: /^Nobody/ })).toBeChecked();

  await say(alice, id, "Do you read me?");
  await page.goto(`/messages/${id}`);
  await expect(messageOf(page, "Do you read me?")).toBeVisible();
  const alices = await open(alice, `/messages/${id}`);
  await expect(messageOf(alices, "Do you read me?")).toContainText("Sent");
  await alices.waitForTimeout(1_000);
  await expect(messageOf(alices, "Do you read me?")).not.toContainText("Seen");
});
