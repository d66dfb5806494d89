import { expect, type Page } from "@playwright/test";
import { logIn, test, tweetOf } from "./cast";
import { makeWorld, settled } from "./world";

/** What the browser complains of in its console from now on, what breaks the policy on content among it. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

/** Opens each page on a screen of 320 pixels, which is as wide as a large one that is magnified fourfold. */
async function expectNarrowAndQuiet(page: Page, pages: Record<string, string>): Promise<void> {
  const complaints = complaintsOf(page);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await settled(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, name).toBeLessThanOrEqual(320);
    expect(complaints, name).toEqual([]);
  }
}

test("member pages fit 320 pixels and log no browser errors", async ({ open, alice, bob, carol, dave }) => {
  const { pages } = await makeWorld({ alice, bob, carol, dave });
  await expectNarrowAndQuiet(await open(alice, "about:blank"), pages);
});

test("visitor pages fit 320 pixels and log no browser errors", async ({ visit, alice, bob, carol, dave }) => {
  const { visitorPages } = await makeWorld({ alice, bob, carol, dave });
  await expectNarrowAndQuiet(await visit("about:blank"), visitorPages);
});

test("a poll and a time to post it fit 320 pixels", async ({ open, alice }) => {
  const page = await open(alice, "about:blank", { viewport: { width: 320, height: 640 } });
  await page.goto("/");
  await settled(page);
  await page.getByRole("button", { name: "New tweet" }).click();
  const form = page.getByRole("dialog").locator("form.composer");
  await form.getByRole("button", { name: "Poll" }).click();
  await form.getByRole("button", { name: "Add option" }).click();
  await form.getByRole("button", { name: "Drafts and scheduling" }).click();
  await page.getByRole("menuitem", { name: "Schedule", exact: true }).click();
  await expect(form.getByLabel("Post at")).toBeVisible();
  const right = ((await form.boundingBox())?.x ?? 0) + ((await form.boundingBox())?.width ?? 0);
  for (const control of await form.locator("button, input, select").all()) {
    const box = await control.boundingBox();
    if (box !== null) expect(box.x + box.width, await control.evaluate((element) => element.outerHTML)).toBeLessThanOrEqual(right + 1);
  }
});

test("the operator's page fits 320 pixels and logs no browser errors", async ({ visit }) => {
  const page = await visit("about:blank");
  await logIn(page.context(), "alice", "roost-demo");
  await expectNarrowAndQuiet(page, { operations: "/ops" });
});

test("writing, liking, editing and browsing never violate the Content-Security-Policy", async ({ open, alice }) => {
  await alice.api.post("Do with me as you like.");
  const page = await open(alice, "about:blank");
  const complaints = complaintsOf(page);
  await page.goto("/");
  await page.getByLabel("What's on your mind?").fill("Written under a strict policy.");
  await page.getByRole("button", { name: "Post", exact: true }).click();
  const tweet = tweetOf(page, "Written under a strict policy.");
  await tweet.getByRole("button", { name: /^Like/ }).click();
  await tweet.getByRole("button", { name: "More" }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Profile", exact: true }).click();
  await page.getByRole("button", { name: "Edit profile" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(complaints).toEqual([]);
});

test("the first load is small, and its files are immutable", async ({ open, alice }) => {
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

test("a slow network shows placeholders, and a failed one a retry button", async ({ open, alice }) => {
  await alice.api.post("Worth the wait.");
  const page = await open(alice, "/login");
  let fail = true;
  await page.route("**/api/roost/v1/timelines/home*", async (route) => {
    if (fail) await route.fulfill({ status: 502, body: "" });
    else await route.continue();
  });
  await page.goto("/");
  await expect(page.getByText("Loading Home timeline")).toBeAttached();
  await expect(page.getByRole("alert")).toContainText("Something went wrong", { timeout: 15_000 });
  fail = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(tweetOf(page, "Worth the wait.")).toBeVisible();
});

test("a page whose script fails to load says so, and the rest stays usable", async ({ open, alice }) => {
  const page = await open(alice, "about:blank");
  await page.route("**/assets/BookmarksPage-*.js", (route) => route.abort());
  await page.goto("/");
  await settled(page);
  await page.getByRole("link", { name: "Bookmarks" }).click();
  await expect(page.getByRole("alert")).toContainText("This page did not load");
  await page.getByRole("link", { name: "Home" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
});

test("pages that were never visited open offline", async ({ open, alice }) => {
  const page = await open(alice, "about:blank");
  const fetched = page.waitForResponse("**/assets/SettingsPage-*.js");
  await page.goto("/");
  await settled(page);
  await fetched;
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Appearance" })).toBeVisible();
});

for (const width of [390, 1280]) {
  test(`B10: everything is readable at twice the text size, ${width} pixels wide`, async ({ open, alice, bob, carol, dave }) => {
    test.slow();
    const { pages } = await makeWorld({ alice, bob, carol, dave });
    const page = await open(alice, "about:blank", { viewport: { width, height: 844 } });
    const session = await page.context().newCDPSession(page);
    await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path);
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
      expect(await page.evaluate(outgrown), name).toEqual([]);
    }
    await page.goto("/");
    await settled(page);
    const icon = page.locator(".action .icon").first();
    expect((await icon.boundingBox())?.width).toBeGreaterThan(30);
  });
}

/** What does not fit into where it belongs: initials, words of buttons and of the navigation, and lost handles. */
function outgrown(): string[] {
  const isShown = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 1;
  const wide = [...document.querySelectorAll("span.avatar, .button, .nav-link, .tab")]
    .filter((element) => isShown(element) && element.scrollWidth > element.clientWidth + 1)
    .map((element) => `${element.className}: ${element.textContent}`);
  const lost = [...document.querySelectorAll(".handle")]
    .filter((element) => element.checkVisibility() && element.textContent.startsWith("@") && element.getBoundingClientRect().width < 24)
    .map((element) => `no room: ${element.textContent} in ${element.parentElement?.className}`);
  return [...wide, ...lost];
}

test("B16: the chosen appearance applies before the first paint, and to the browser's frame", async ({ open, alice }) => {
  const page = await open(alice, "/settings/appearance", { colorScheme: "light" });
  await page.getByText("Dark", { exact: true }).click();
  await page.route("**/assets/client-*.js", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await route.continue();
  });
  await page.goto("/settings/appearance", { waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-appearance", "dark", { timeout: 2_500 });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe("rgb(23, 20, 18)");
  const colors = await page.locator('meta[name="theme-color"]').evaluateAll((all) => all.map((meta) => (meta as HTMLMetaElement).content));
  expect(colors).toEqual(["#171412", "#171412"]);
});

test("B19: dates and numbers follow the reader's locale", async ({ open, alice }) => {
  await alice.api.post("What time is it?");
  const page = await open(alice, "/", { locale: "de-DE", timezoneId: "Europe/Berlin" });
  const time = tweetOf(page, "What time is it?").locator("time");
  await expect(time).toHaveAttribute("title", /^(Mon|Diens|Mitt|Donners|Frei|Sams|Sonn).*\d\d:\d\d$/);
});

test("the first tweets take three round trips: the page, its scripts, and the data with them", async ({ open, alice }) => {
  await alice.api.post("Soon.");
  const page = await open(alice, "about:blank");
  const asked: string[] = [];
  let release: () => void = () => undefined;
  const scripts = new Promise<void>((resolve) => {
    release = resolve;
  });
  page.on("request", (request) => asked.push(request.url().replace(/^https?:\/\/[^/]*/, "")));
  await page.route("**/assets/client-*.js", async (route) => {
    await scripts;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  await expect.poll(() => asked).toContain("/api/roost/v1/timelines/home?limit=30");
  expect(asked).toContain("/api/roost/v1/users/me");
  release();
  await expect(tweetOf(page, "Soon.")).toBeVisible();
  expect(asked.filter((path) => path === "/api/roost/v1/timelines/home?limit=30")).toHaveLength(1);
});
