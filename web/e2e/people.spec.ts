import { expect, type Page } from "@playwright/test";
import { PASSWORD, test, tweetOf } from "./cast";

/** The server ranks active users every half a minute. */
const RANKED = { timeout: 45_000 };

const rowOf = (page: Page, username: string) => page.getByRole("main").getByRole("article").filter({ hasText: `@${username}` });

test("a newcomer who knows no usernames gets from the landing page to a full home timeline", async ({ visit, alice }) => {
  await alice.api.post("The kettle is on.");
  const page = await visit("/");
  await expect(page.getByRole("heading", { name: "Latest on Roost" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Create account" }).click();
  const username = `nell_${Date.now().toString(36)}`;
  await page.getByLabel("Name", { exact: true }).fill("Nell");
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Email address").fill(`${username}@example.org`);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Follow a few people" })).toBeVisible();
  const follow = page.getByRole("main").getByRole("button", { name: /^Follow @/ });
  for (let followed = 1; followed <= 3; followed++) {
    await follow.first().click();
    await expect(page.getByRole("main").getByRole("button", { name: /^Following @/ })).toHaveCount(followed);
  }
  await expect(page.getByText("You follow 3 people.")).toBeVisible();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("feed", { name: "Home timeline" }).getByRole("article").first()).toBeVisible();
});

test("suggestions show their reason, and dismissed ones stay away", async ({ open, alice, bob, carol, dave }) => {
  await alice.api.follow(bob);
  for (const each of [carol, dave]) await bob.api.follow(each);
  const page = await open(alice, "/people");
  await expect(rowOf(page, carol.username)).toContainText(`Followed by @${bob.username}`);
  await page.getByRole("button", { name: `Don't suggest @${dave.username}` }).click();
  await expect(rowOf(page, dave.username)).toHaveCount(0);
  await page.reload();
  await expect(rowOf(page, carol.username)).toBeVisible();
  await expect(rowOf(page, dave.username)).toHaveCount(0);

  await rowOf(page, carol.username).getByRole("button", { name: `Follow @${carol.username}` }).click();
  await expect(page.getByRole("button", { name: `Following @${carol.username}` })).toBeVisible();
});

test("the right column suggests users to follow", async ({ open, alice, bob, carol }) => {
  await bob.api.follow(carol);
  await alice.api.follow(bob);
  await bob.api.post("So that home is not empty.");
  const page = await open(alice);
  const column = page.getByRole("complementary", { name: "Suggestions" });
  await column.getByRole("button", { name: `Follow @${carol.username}` }).click();
  await expect(column.getByRole("button", { name: `Following @${carol.username}` })).toBeVisible();
  await column.getByRole("link", { name: "Show more" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Explore" })).toBeVisible();
});

test("an empty home timeline suggests people and fills once some are followed", async ({ open, alice, bob }) => {
  await bob.api.post("Fresh bread this morning.");
  const page = await open(alice);
  const follow = page.getByRole("main").getByRole("button", { name: /^Follow @/ });
  await expect(follow.first()).toBeVisible(RANKED);
  await follow.first().click();
  await page.getByRole("button", { name: "Show my timeline" }).click();
  await expect(page.getByRole("feed", { name: "Home timeline" }).getByRole("article").first()).toBeVisible();
});

test("visitors and members read the latest tweets of everyone", async ({ visit, open, alice, bob }) => {
  const text = `Just arrived, ${bob.username}.`;
  await bob.api.post(text);
  const visitor = await visit("/latest");
  await expect(tweetOf(visitor, text)).toBeVisible();
  const page = await open(alice);
  await page.getByRole("link", { name: "Explore" }).click();
  await expect(tweetOf(page, text)).toBeVisible();
  await page.getByRole("link", { name: "People" }).click();
  await expect(page).toHaveURL("/people");

  const later = `And settled, ${bob.username}.`;
  await bob.api.post(later);
  await page.getByRole("link", { name: "Latest" }).click();
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(tweetOf(page, later)).toBeVisible();
});

test("where the operator switched the latest tweets off, nothing leads there", async ({ visit }) => {
  const page = await visit("/login");
  await page.route("**/api/roost/v1/timelines/public*", (route) =>
    route.fulfill({
      status: 404,
      contentType: "application/problem+json",
      body: JSON.stringify({ type: "urn:roost:problem:no_public_timeline", title: "Not found", status: 404, detail: "None.", code: "no_public_timeline", request_id: "x" }),
    }),
  );
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Latest" })).toHaveCount(0);
  await page.goto("/latest");
  await expect(page.getByText("Latest is off")).toBeVisible();
});
