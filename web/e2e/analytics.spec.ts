import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { type Member, test, tweetOf } from "./cast";
import { settled } from "./world";

interface Counts {
  impressions: number;
  viewers: number;
  [measure: string]: unknown;
}

const countsOf = (author: Member, id: string) => author.api.call<Counts>("GET", `/tweets/${id}/analytics`);

/** Waits until a report has arrived; the client collects for some seconds. */
async function counted(author: Member, id: string, counts: Partial<Counts>): Promise<void> {
  await expect.poll(() => countsOf(author, id)).toMatchObject(counts);
}

const chartOf = (page: Page) => page.getByRole("slider");

test("an author sees that somebody saw a tweet and what they opened, by mouse and keyboard", async ({ open, alice, bob }) => {
  const id = await alice.api.post("Look at https://example.org/view from up here.");
  await bob.api.follow(alice);
  await bob.api.post("So that there is something of my own.");
  const reader = await open(bob);
  await expect(tweetOf(reader, "Look at")).toBeVisible();
  await counted(alice, id, { impressions: 1, viewers: 1, engaged_viewers: 0 });

  await tweetOf(reader, "Look at").getByRole("link", { name: "@alice" }).click();
  await expect(reader).toHaveURL(`/@${alice.username}`);
  await counted(alice, id, { profile_opens: 1, engaged_viewers: 1 });
  await expect(reader.getByRole("feed", { name: "Tweets" }).getByRole("article")).toBeVisible();
  await reader.keyboard.press("j");
  await expect(tweetOf(reader, "Look at")).toBeFocused();
  await reader.keyboard.press("Enter");
  await expect(reader).toHaveURL(`/tweet/${id}`);
  const [opened] = await Promise.all([
    reader.waitForEvent("popup"),
    reader.getByRole("main").getByRole("link", { name: "example.org/view" }).click(),
  ]);
  await opened.close();
  await bob.api.call("PUT", `/tweets/${id}/like`);
  await counted(alice, id, { viewers: 1, expands: 1, link_opens: 1, likes: 1 });

  const page = await open(alice, `/@${alice.username}`);
  await tweetOf(page, "Look at").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "View analytics" }).click();
  await expect(page).toHaveURL(`/tweet/${id}/analytics`);
  await settled(page);
  await expect(page.getByRole("radio", { name: /^Impressions/ })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Viewers 1", exact: true })).toBeAttached();
  await expectAccessible(page, "a tweet's analytics");

  // By mouse: choose a number, and point at the chart.
  await page.getByText("Link opens", { exact: true }).first().click();
  await expect(chartOf(page)).toHaveAccessibleName("Link opens by hour");
  await chartOf(page).hover({ position: { x: 4, y: 40 } });
  await expect(chartOf(page)).toHaveAttribute("aria-valuetext", /: 0 link opens$/);
  const { width } = (await chartOf(page).boundingBox()) ?? { width: 0 };
  await chartOf(page).hover({ position: { x: width - 4, y: 40 } });
  await expect(chartOf(page)).toHaveAttribute("aria-valuetext", /: 1 link open$/);
  await page.getByText("Days", { exact: true }).click();
  await expect(chartOf(page)).toHaveAccessibleName("Link opens by day");
  await expect(chartOf(page)).toHaveAttribute("aria-valuetext", /: 1 link open$/);

  // By keyboard: the next number, and the same in the table.
  await page.getByRole("radio", { name: /^Link opens/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(chartOf(page)).toHaveAccessibleName("Media opens by day");
  await expect(chartOf(page)).toHaveAttribute("aria-valuetext", /: 0 media opens$/);
  await page.getByText("All numbers by day").press("Enter");
  const table = page.getByRole("region", { name: "All numbers by day" });
  const column = await table.getByRole("columnheader").allTextContents();
  const cells = await table.getByRole("row").nth(1).locator("th, td").allTextContents();
  expect(cells[column.indexOf("Link opens")]).toBe("1");
  expect(cells[column.indexOf("Likes")]).toBe("1");
});

test("the arrow keys move a cursor through the days of all tweets", async ({ open, alice, bob }) => {
  const id = await alice.api.post("Seen from afar.");
  const key = "once";
  await bob.api.call("POST", "/impressions", { batch_key: key, items: [{ tweet_id: id, kind: "view" }] });
  await bob.api.call("POST", "/impressions", { batch_key: key, items: [{ tweet_id: id, kind: "view" }] });
  const page = await open(alice, `/@${alice.username}`);
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("menuitem", { name: "Your analytics" }).click();
  await expect(page).toHaveURL("/analytics");
  await settled(page);
  await expectAccessible(page, "one's own analytics");
  await expect(chartOf(page)).toHaveAttribute("aria-valuemax", "27");
  await expect(chartOf(page)).toHaveAttribute("aria-valuetext", /: 1 impression$/);
  await chartOf(page).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(chartOf(page)).toHaveAttribute("aria-valuetext", /: 0 impressions$/);
  await page.keyboard.press("Home");
  await expect(chartOf(page)).toHaveAttribute("aria-valuenow", "0");
  await page.keyboard.press("End");
  await expect(chartOf(page)).toHaveAttribute("aria-valuetext", /: 1 impression$/);

  await page.getByRole("link", { name: "7 days" }).click();
  await expect(page).toHaveURL("/analytics/7");
  await expect(chartOf(page)).toHaveAttribute("aria-valuemax", "6");
  await page.getByText("What the numbers mean").click();
  await expect(page.getByText("this is not a number of people")).toBeVisible();
});

test("what is not seen is not reported: one's own tweets, glances, tabs in the background", async ({ open, alice, bob }) => {
  const id = await alice.api.post("Only a glance.");
  await bob.api.follow(alice);
  const own = await bob.api.post("Mine.");
  const page = await open(bob, "/settings");
  await settled(page);
  const reports: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/impressions")) reports.push(request.postData() ?? "");
  });
  await page.getByRole("link", { name: "Home" }).click();
  await expect(tweetOf(page, "Only a glance.")).toBeVisible();
  await page.getByRole("link", { name: "Settings" }).click();
  await page.waitForTimeout(6_500);
  expect(reports).toEqual([]);

  await page.getByRole("link", { name: "Home" }).click();
  await expect.poll(() => reports.length).toBe(1);
  expect(reports[0]).toContain(id);
  expect(reports[0]).not.toContain(own);
});

test("a report that the server rejects during overload is sent again with the same key", async ({ open, alice, bob }) => {
  const id = await alice.api.post("Through thick and thin.");
  await bob.api.follow(alice);
  const page = await open(bob, "/settings");
  const keys: string[] = [];
  await page.route("**/api/roost/v1/impressions", async (route) => {
    keys.push((route.request().postDataJSON() as { batch_key: string }).batch_key);
    if (keys.length > 1) await route.continue();
    else await route.fulfill({ status: 503, headers: { "Retry-After": "1" }, contentType: "application/problem+json", body: "{}" });
  });
  await page.getByRole("link", { name: "Home" }).click();
  await expect(tweetOf(page, "Through thick")).toBeVisible();
  await counted(alice, id, { impressions: 1 });
  expect(keys[1]).toBe(keys[0]);
});

test("others do not see the analytics of a tweet, and visitors are asked to log in", async ({ open, visit, alice, bob }) => {
  const id = await alice.api.post("Not for your eyes.");
  const page = await open(bob, `/tweet/${id}/analytics`);
  await expect(page.getByText("Only the author of a tweet can see its analytics.")).toBeVisible();
  const visitor = await visit(`/tweet/${id}/analytics`);
  await expect(visitor.getByRole("heading", { level: 1 })).toContainText("Log in");
});
