import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { type Member, test, tweetOf } from "./cast";

/** Every page of a small world, by its address. */
async function world(alice: Member, bob: Member): Promise<Record<string, string>> {
  await alice.api.follow(bob);
  await bob.api.follow(alice);
  const root = await alice.api.post("A perch with a view. https://example.org/view #birds");
  await bob.api.post("Save me a seat, @someone.", { reply_to_id: root });
  await bob.api.post("Look at this.", { quote_of_id: root });
  await bob.api.call("PUT", `/tweets/${root}/like`);
  await alice.api.call("PUT", `/tweets/${root}/bookmark`);
  return {
    home: "/",
    tweet: `/tweet/${root}`,
    likes: `/tweet/${root}/likes`,
    quotes: `/tweet/${root}/quotes`,
    profile: `/@${bob.username}`,
    "own profile": `/@${alice.username}`,
    followers: `/@${alice.username}/followers`,
    notifications: "/notifications",
    bookmarks: "/bookmarks",
    settings: "/settings",
    sessions: "/settings/sessions",
    blocked: "/settings/blocked",
    "nothing there": "/nowhere",
  };
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/^Loading/)).toHaveCount(0);
}

/** All rules in the light; in the dark, where nothing but colours is different, those that concern colours. */
async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (colorScheme === "dark") axe.withRules(["color-contrast", "link-in-text-block"]);
    const { violations } = await axe.analyze();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    const told = grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
    expect(told, `${name}, ${colorScheme}`).toEqual([]);
  }
}

test("no page has a grave fault of accessibility, in light and dark", async ({ open, alice, bob }) => {
  test.setTimeout(90_000);
  const page = await open(alice, "/login");
  for (const [name, path] of Object.entries(await world(alice, bob))) {
    await page.goto(path);
    await settled(page);
    await expectAccessible(page, name);
  }
});

test("no window, menu or visitor's page has a grave fault of accessibility", async ({ open, visit, alice, bob }) => {
  test.setTimeout(60_000);
  await world(alice, bob);
  const page = await open(alice);
  await settled(page);
  await page.keyboard.press("n");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "compose");
  await page.keyboard.press("Escape");
  await tweetOf(page, "Look at this.").getByRole("button", { name: "More" }).click();
  await expectAccessible(page, "menu");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "keys");

  const visitor = await visit("/");
  for (const path of ["/", "/login", "/signup", `/@${alice.username}`]) {
    await visitor.goto(path);
    await settled(visitor);
    await expectAccessible(visitor, `visitor's ${path}`);
  }
});

test("no page is wider than a screen of 320 pixels, and none breaks the policy on content", async ({ open, alice, bob }) => {
  const pages = await world(alice, bob);
  const page = await open(alice);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await settled(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, name).toBeLessThanOrEqual(320);
  }
  expect(complaints).toEqual([]);
});

test("the first load is small, and cached for good", async ({ open, alice }) => {
  const page = await open(alice, "about:blank");
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const scripts = new Map<string, string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, response, type }) => {
    if (type === "Script") scripts.set(requestId, response.url);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto("/");
  await settled(page);
  expect(scripts.size).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(150 * 1024);
  const response = await page.request.get([...scripts.values()][0] ?? "");
  expect(response.headers()["cache-control"]).toContain("immutable");
});

test("a slow network shows outlines, and one that fails a way to try again", async ({ open, alice }) => {
  await alice.api.post("Worth the wait.");
  const page = await open(alice, "/login");
  let fail = true;
  await page.route("**/api/v1/timelines/home*", async (route) => {
    if (fail) await route.fulfill({ status: 502, body: "" });
    else await route.continue();
  });
  await page.goto("/");
  await expect(page.getByText("Loading Home timeline")).toBeAttached();
  await expect(page.getByRole("alert")).toContainText("That did not work", { timeout: 15_000 });
  fail = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(tweetOf(page, "Worth the wait.")).toBeVisible();
});

test("a page whose script does not arrive says so, and the rest stays usable", async ({ open, alice }) => {
  const page = await open(alice);
  await settled(page);
  await page.route("**/assets/BookmarksPage-*.js", (route) => route.abort());
  await page.getByRole("link", { name: "Bookmarks" }).click();
  await expect(page.getByRole("alert")).toContainText("This page did not load");
  await page.getByRole("link", { name: "Home" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
});
