import { expect } from "@playwright/test";
import { test, tweetOf } from "./cast";

test("replies appear below their parent, and more of them open in place", async ({ open, alice, bob, carol }) => {
  const root = await alice.api.post("The root.");
  const branch = await bob.api.post("A branch.", { reply_to_id: root });
  for (let i = 1; i <= 5; i++) await carol.api.post(`Twig ${i}.`, { reply_to_id: branch });
  await bob.api.post("Another branch.", { reply_to_id: root });
  const page = await open(alice, `/tweet/${root}`);
  const rows = page.locator(".replies article[data-tweet]");
  await expect(rows).toContainText(["A branch.", "Twig 1.", "Twig 2.", "Twig 3.", "Another branch."]);
  await page.getByRole("button", { name: "Show 2 more replies" }).click();
  await expect(rows).toContainText(["A branch.", "Twig 1.", "Twig 2.", "Twig 3.", "Twig 4.", "Twig 5.", "Another branch."]);
  await expect(page.getByRole("button", { name: /^Show/ })).toHaveCount(0);
  await expect(tweetOf(page, "Twig 4.")).toBeFocused();

  await tweetOf(page, "Twig 4.").press("Enter");
  await expect(page).not.toHaveURL(`/tweet/${root}`);
  await page.goBack();
  await expect(tweetOf(page, "Twig 5.")).toBeVisible();
});

test("a user's own reply stays below the box, even among many others", async ({ open, alice, bob }) => {
  const root = await alice.api.post("Say something.");
  for (let i = 1; i <= 35; i++) await bob.api.post(`Reply ${i}.`, { reply_to_id: root });
  const page = await open(alice, `/tweet/${root}`);
  await expect(tweetOf(page, "Reply 1.").first()).toBeVisible();
  await page.getByLabel("Write your reply").fill("My own words.");
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  const first = page.locator(".replies article[data-tweet]").first();
  await expect(first).toContainText("My own words.");

  await tweetOf(page, "Reply 2.").first().getByRole("button", { name: /^Reply/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Write your reply").fill("To the second.");
  await dialog.getByRole("button", { name: "Reply", exact: true }).click();
  await expect(page.locator(".reply-1 article[data-tweet]")).toContainText("To the second.");
});

test("new replies are announced, and appear below the box on request", async ({ open, alice, bob, carol }) => {
  const root = await alice.api.post("Live?");
  for (let i = 1; i <= 35; i++) await bob.api.post(`Early ${i}.`, { reply_to_id: root });
  const page = await open(alice, `/tweet/${root}`);
  await expect(tweetOf(page, "Early 1.").first()).toBeVisible();
  // The stream tells the counts of what is on the screen, a moment after it is there.
  await page.waitForTimeout(1_500);
  await carol.api.post("Late, but there.", { reply_to_id: root });
  await page.getByRole("button", { name: "1 new reply" }).click();
  await expect(page.locator(".replies article[data-tweet]").first()).toContainText("Late, but there.");
  await expect(page.getByRole("button", { name: /new repl/ })).toHaveCount(0);
});

test("in the home timeline, the parent of a reply appears above it", async ({ open, alice, bob, carol }) => {
  await carol.api.follow(alice);
  await carol.api.follow(bob);
  const question = await alice.api.post("Where do swallows sleep?");
  await carol.api.post("Something in between.");
  await bob.api.post("In the reeds.", { reply_to_id: question });
  const page = await open(carol);
  const answer = page.locator(".rows [data-index='0']");
  await expect(answer).toContainText("In the reeds.");
  await expect(answer.locator(".tweet-parent")).toContainText("Where do swallows sleep?");
  await answer.locator(".tweet-parent .tweet-time").click();
  await expect(page).toHaveURL(`/tweet/${question}`);
});

test("the composer writes a thread, keeps it as a draft and posts all of it", async ({ open, alice }) => {
  const page = await open(alice);
  await page.getByLabel("What's on your mind?").fill("One.");
  await page.getByRole("button", { name: "Add another tweet" }).click();
  await expect(page.getByLabel("Tweet 2 of 2")).toBeFocused();
  await page.keyboard.type("Two.");
  await page.reload();
  await expect(page.getByLabel("Tweet 2 of 2")).toHaveValue("Two.");
  await page.getByLabel("Tweet 2 of 2").focus();
  await page.getByRole("button", { name: "Add another tweet" }).click();
  await expect(page.getByRole("button", { name: "Post all" })).toBeDisabled();
  await page.keyboard.press("Backspace");
  await expect(page.getByLabel("Tweet 2 of 2")).toBeFocused();
  await page.getByRole("button", { name: "Post all" }).click();
  await expect(page.getByText("Your thread was posted.")).toBeVisible();
  await expect(page.getByLabel("What's on your mind?")).toHaveValue("");
  await page.getByRole("button", { name: "View" }).click();
  await expect(page.getByRole("article")).toContainText(["One.", "Two."]);
});
