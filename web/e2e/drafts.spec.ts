import { expect } from "@playwright/test";
import { expectAccessible } from "./axe";
import { test, tweetOf } from "./cast";

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

test("a tweet is scheduled, edited and cancelled", async ({ open, alice }) => {
  const page = await open(alice);
  await page.getByLabel("What's on your mind?").fill("Good morning from the future.");
  await page.getByRole("button", { name: "Drafts and scheduling" }).click();
  await page.getByRole("menuitem", { name: "Schedule", exact: true }).click();
  await expect(page.getByLabel("Post at")).toBeVisible();
  await expectAccessible(page, "a tweet being scheduled");
  await page.getByLabel("Post at").fill("2020-01-01T12:00");
  await expect(page.getByRole("button", { name: "Schedule", exact: true })).toBeDisabled();
  const year = new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10);
  await page.getByLabel("Post at").fill(`${year}T12:00`);
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(page.getByText(/^Your tweet will be posted on/)).toBeVisible();
  await page.getByRole("button", { name: "View" }).click();
  await expect(page).toHaveURL("/scheduled");
  const row = page.getByRole("article", { name: /^Scheduled tweet/ });
  await expect(row).toContainText("Good morning from the future.");
  await row.getByRole("button", { name: "Edit" }).click();
  const dialog = page.getByRole("dialog", { name: "Scheduled tweet" });
  await expectAccessible(page, "a scheduled tweet being edited");
  await dialog.getByLabel("Text").fill("Good evening from the future.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("Good evening from the future.");
  await row.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Cancel tweet" }).click();
  await expect(page.getByText("Nothing is scheduled")).toBeVisible();
});

test("a tweet that could not be posted says why", async ({ open, alice }) => {
  await alice.api.post("Later.", { scheduled_at: inAnHour() });
  const page = await open(alice, "about:blank");
  await page.route("**/api/roost/v1/scheduled-tweets?*", async (route) => {
    const response = await route.fetch();
    const json = (await response.json()) as { data: { failure?: object }[] };
    for (const tweet of json.data) tweet.failure = { code: "blocked", text: "The author has blocked you." };
    await route.fulfill({ response, json });
  });
  await page.goto("/scheduled");
  await expect(page.getByText("Not posted: The author has blocked you.")).toBeVisible();
});

test("a draft is saved on one device and continued on another", async ({ open, alice, bob }) => {
  const root = await bob.api.post("What is for lunch?");
  const page = await open(alice, `/tweet/${root}`);
  await page.getByLabel("Write your reply").fill("I would say that");
  await page.getByRole("button", { name: "Drafts and scheduling" }).click();
  await page.getByRole("menuitem", { name: "Save as draft" }).click();
  await expect(page.getByText("Saved in your drafts.")).toBeVisible();
  await expect(page.getByLabel("Write your reply")).toHaveValue("");

  const other = await open(alice, "/drafts");
  const row = other.getByRole("article", { name: /^Draft/ });
  await expect(row).toContainText("Reply");
  await row.getByRole("button", { name: "Continue" }).click();
  const dialog = other.getByRole("dialog", { name: "Reply" });
  await expect(dialog.getByLabel("Write your reply")).toHaveValue("I would say that");
  await expect(other.getByText("No drafts yet")).toBeVisible();
  await dialog.getByLabel("Write your reply").fill("I would say bread.");
  await dialog.getByRole("button", { name: "Reply", exact: true }).click();
  await expect(other.getByText("Your reply was posted.")).toBeVisible();
});

test("a draft is deleted after a question", async ({ open, alice }) => {
  await alice.api.call("PUT", "/drafts/a", { tweets: [{ content: "One" }, { content: "Two" }] });
  const page = await open(alice, "/drafts");
  const row = page.getByRole("article", { name: "Draft: One" });
  await expect(row).toContainText("Thread · 2 tweets");
  await row.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No drafts yet")).toBeVisible();
});

test("a pinned tweet is first on the profile until it is unpinned", async ({ open, visit, alice }) => {
  await alice.api.post("Read this first.");
  await alice.api.post("And then this.");
  const page = await open(alice, `/@${alice.username}`);
  const tweets = page.locator("article[data-tweet]");
  await expect(tweets.first()).toContainText("And then this.");
  await tweetOf(page, "Read this first.").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Pin to your profile" }).click();
  await expect(tweets.first()).toContainText("Read this first.");
  await expect(tweets.first()).toContainText("Pinned");
  const visitor = await visit(`/@${alice.username}`);
  await expect(visitor.locator("article[data-tweet]").first()).toContainText("Pinned");
  await tweets.first().getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Unpin from your profile" }).click();
  await expect(tweets.first()).toContainText("And then this.");
});
