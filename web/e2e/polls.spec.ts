import { expect } from "@playwright/test";
import { expectAccessible } from "./axe";
import { test, tweetOf } from "./cast";

const poll = { options: ["Tea", "Coffee", "Water"], duration_seconds: 3_600 };

test("a poll is written, voted in with the keyboard, and shows its results", async ({ open, alice, bob }) => {
  await bob.api.follow(alice);
  const page = await open(alice);
  await page.getByLabel("What's on your mind?").fill("What shall we drink?");
  await page.getByRole("button", { name: "Poll" }).click();
  const post = page.getByRole("button", { name: "Post", exact: true });
  await expect(post).toBeDisabled();
  await page.getByRole("textbox", { name: "Option 1" }).fill("Tea");
  await page.getByRole("textbox", { name: "Option 2" }).fill("Tea");
  await expect(post).toBeDisabled();
  await page.getByRole("textbox", { name: "Option 2" }).fill("Coffee");
  await page.getByRole("button", { name: "Add option" }).click();
  await expect(page.getByRole("textbox", { name: "Option 3" })).toBeFocused();
  await page.getByRole("textbox", { name: "Option 3" }).fill("Water");
  await page.getByLabel("Lasts").selectOption("1 hour");
  await expectAccessible(page, "a poll being written");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Option 3" })).toHaveValue("Water");
  await post.click();
  const own = tweetOf(page, "What shall we drink?");
  await expect(own.getByText(/^0 votes · 60 min left$/)).toBeVisible();
  await expect(own.getByRole("radio")).toHaveCount(0);

  const bobs = await open(bob);
  const shown = tweetOf(bobs, "What shall we drink?");
  await expect(shown.getByRole("radio")).toHaveCount(3);
  await expect(shown.getByRole("button", { name: "Vote" })).toBeDisabled();
  await shown.getByRole("radio", { name: "Tea" }).focus();
  await bobs.keyboard.press("Space");
  await bobs.keyboard.press("ArrowDown");
  await expect(shown.getByRole("radio", { name: "Coffee" })).toBeChecked();
  await expectAccessible(bobs, "a poll to vote in");
  await bobs.keyboard.press("Enter");
  await expect(shown.getByText("1 vote ·")).toBeVisible();
  await expect(shown.getByRole("listitem").filter({ hasText: "Coffee" })).toContainText("your choice");
  await expect(shown.getByRole("listitem").filter({ hasText: "Coffee" })).toContainText("100%");
  await expect(shown.getByRole("radio")).toHaveCount(0);
  await expect(shown.getByRole("group", { name: "Poll" })).toBeFocused();
  await expectAccessible(bobs, "results of a poll");
  await bobs.reload();
  await expect(shown.getByRole("listitem").filter({ hasText: "Coffee" })).toContainText("100%");

  await page.reload();
  await expect(own.getByText("1 vote ·")).toBeVisible();
});

test("a vote by pointer does not open the tweet, and a rejected vote says why", async ({ open, alice, bob, carol }) => {
  const id = await alice.api.post("Pick one.", { poll });
  const page = await open(bob, `/@${alice.username}`);
  const shown = tweetOf(page, "Pick one.");
  await shown.getByText("Water").click();
  await expect(page).toHaveURL(`/@${alice.username}`);
  await carol.api.call("POST", `/polls/${id}/votes`, { choice: 0 });
  await bob.api.call("POST", `/polls/${id}/votes`, { choice: 1 });
  await shown.getByRole("button", { name: "Vote" }).click();
  await expect(page.getByText(/^Your vote was not counted/)).toBeVisible();
  await expect(shown.getByRole("listitem").filter({ hasText: "Coffee" })).toContainText("your choice");
  await expect(shown.getByText("2 votes ·")).toBeVisible();
});

test("visitors see the options, and everyone the final results", async ({ visit, open, alice, bob }) => {
  const id = await alice.api.post("Pick one.", { poll });
  await bob.api.call("POST", `/polls/${id}/votes`, { choice: 2 });
  const visitor = await visit(`/tweet/${id}`);
  await expect(visitor.getByRole("listitem").filter({ hasText: "Water" })).toBeVisible();
  await expect(visitor.getByText("%")).toHaveCount(0);
  const page = await open(bob, "about:blank");
  await page.route(`**/api/roost/v1/tweets/${id}/conversation*`, async (route) => {
    const response = await route.fetch();
    const json = (await response.json()) as { data: { id: string; poll?: { ended: boolean } }[] };
    for (const tweet of json.data) if (tweet.poll) tweet.poll.ended = true;
    await route.fulfill({ response, json });
  });
  await page.goto(`/tweet/${id}`);
  await expect(page.getByText("1 vote · Final results")).toBeVisible();
  await expect(page.getByRole("group", { name: "Poll, final results" })).toBeVisible();
});
