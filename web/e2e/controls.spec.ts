import { expect } from "@playwright/test";
import { expectAccessible } from "./axe";
import { test, tweetOf } from "./cast";

test("who may reply is chosen, shown and applied", async ({ open, alice, bob, carol }) => {
  const page = await open(alice, "/");
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill(`Only for @${bob.username}.`);
  await dialog.getByRole("button", { name: "Who can reply: Everyone can reply" }).click();
  await page.getByRole("menuitem", { name: "Only people you mention can reply" }).click();
  await dialog.getByRole("button", { name: "Post", exact: true }).click();
  await page.locator(".toast").filter({ hasText: "Your tweet was posted." }).getByRole("button", { name: "View" }).click();
  await expect(page.getByText("Only people the author mentions can reply.")).toBeVisible();
  await expectAccessible(page, "a tweet with limited replies");

  const others = await open(carol, new URL(page.url()).pathname);
  await others.getByRole("textbox", { name: "Write your reply" }).fill("Me too!");
  await others.getByRole("button", { name: "Reply", exact: true }).last().click();
  await expect(others.getByText(/The author chose who may reply/)).toBeVisible();

  const bobs = await open(bob, new URL(page.url()).pathname);
  await bobs.getByRole("textbox", { name: "Write your reply" }).fill("Thank you.");
  await bobs.getByRole("button", { name: "Reply", exact: true }).last().click();
  await expect(bobs.getByText("Your reply was posted.")).toBeVisible();
});

test("a reply is hidden behind a button, and a conversation is muted", async ({ open, alice, bob, carol }) => {
  const root = await alice.api.post("What do you think?");
  await bob.api.post("Rubbish!", { reply_to_id: root });
  const page = await open(alice, `/tweet/${root}`);
  await tweetOf(page, "Rubbish!").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Hide reply" }).click();
  await expect(tweetOf(page, "Rubbish!")).toHaveCount(0);
  await page.getByRole("button", { name: "Show 1 hidden reply" }).click();
  await expect(tweetOf(page, "Rubbish!")).toHaveCount(1);
  await expectAccessible(page, "hidden replies");
  await tweetOf(page, "Rubbish!").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Show reply" }).click();
  await expect(page.getByRole("button", { name: /hidden repl/ })).toHaveCount(0);

  await tweetOf(page, "What do you think?").first().getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Mute conversation" }).click();
  await expect(page.getByText("You won't be notified of this conversation.")).toBeVisible();
  await carol.api.post("Not told.", { reply_to_id: root });
  const other = await alice.api.post("Another one.");
  await carol.api.post("Told.", { reply_to_id: other });
  await expect.poll(() => alice.api.call<{ unread_count: number }>("GET", "/notifications/unread-count")).toEqual({ unread_count: 2 });
});

test("a followee's retweets are hidden, their tweets notify, and a follower is removed", async ({ open, alice, bob, carol }) => {
  await alice.api.call("PUT", `/users/${bob.id}/follow`);
  await bob.api.call("PUT", `/users/${alice.id}/follow`);
  const shown = await carol.api.post("Look at this.");
  await bob.api.call("PUT", `/tweets/${shown}/retweet`);
  const page = await open(alice, "/");
  await expect(tweetOf(page, "Look at this.")).toHaveCount(1);
  await page.goto(`/@${bob.username}`);
  const more = page.getByRole("button", { name: `More about @${bob.username}` });
  await more.click();
  await page.getByRole("menuitem", { name: "Hide their retweets" }).click();
  await more.click();
  await expect(page.getByRole("menuitem", { name: "Show their retweets" })).toBeVisible();
  await page.getByRole("menuitem", { name: "Notify me of their tweets" }).click();
  await expect(page.getByText(`You'll be notified of @${bob.username}'s tweets.`)).toBeVisible();
  await page.getByRole("link", { name: "Home" }).first().click();
  await expect(tweetOf(page, "Look at this.")).toHaveCount(0);

  await bob.api.post("News from Bob.");
  await page.goto("/notifications");
  await expect(tweetOf(page, "News from Bob.")).toHaveCount(1);
  await expectAccessible(page, "a notification of a tweet");

  await page.goto(`/@${bob.username}`);
  await more.click();
  await page.getByRole("menuitem", { name: "Remove this follower" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect.poll(async () => (await alice.api.call<{ followed_by: boolean }[]>("GET", `/relationships?ids=${bob.id}`))[0]?.followed_by).toBe(false);
});
