import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { type Member, register, test } from "./cast";
import { start } from "./startServer";
import { settled } from "./world";

// One after the other, on a server of their own: accounts of a day count little for trends, unless the server is as young.
test.describe.configure({ mode: "serial" });

/** Trends are detected at the end of each minute, which takes a moment on a busy machine. */
const DETECTED = { timeout: 110_000 };

/** The detector counts three authors of the same text. */
const ENDS = ["today", "tonight", "wow", "finally", "look", "hurry", "maybe", "really", "again", "soon", "yes", "there", "now", "here"];

let server: Awaited<ReturnType<typeof start>>;
let usual: string | undefined;

test.beforeAll(async () => {
  server = await start();
  usual = process.env.ROOST_URL;
  process.env.ROOST_URL = server.address;
});

test.afterAll(async () => {
  if (usual !== undefined) process.env.ROOST_URL = usual;
  await server.stop();
});

async function crowd(name: string, count: number, location?: string): Promise<Member[]> {
  const members = [];
  for (let member = 0; member < count; member++) members.push(await register(server.address, `${name}${member}`));
  if (location !== undefined) for (const { api } of members) await api.call("PATCH", "/users/me/trends", { location });
  return members;
}

async function write(members: readonly Member[], topic: string): Promise<void> {
  for (const [index, { api }] of members.entries()) await api.post(`${topic} ${ENDS[index] ?? index}`);
}

const listOf = (page: Page) => page.getByRole("main").getByRole("feed", { name: "Trends" });
const topicsOf = (page: Page) => listOf(page).getByRole("article").locator(".trend-topic");
const rowOf = (page: Page, topic: string) => listOf(page).getByRole("article").filter({ hasText: topic });

async function notInterested(page: Page, topic: string): Promise<void> {
  await rowOf(page, topic).getByRole("button", { name: `More about ${topic}` }).click();
  await page.getByRole("menuitem", { name: "Not interested in this" }).click();
  await expect(rowOf(page, topic)).toHaveCount(0);
}

test("trends appear and move while people write, but not under the pointer", async ({ open, alice }) => {
  test.setTimeout(300_000);
  const germans = await crowd("Heron", 7, "DE");
  const others = await crowd("Finch", 14);
  const page = await open(alice, "/latest");
  await page.getByRole("link", { name: "Trends" }).click();
  await expect(page).toHaveURL("/trends");
  await expect(page.getByText("Nothing is trending")).toBeVisible();
  await expectAccessible(page, "no trends");

  await write(germans, "#heron");
  await expect(topicsOf(page)).toHaveText(["#heron"], DETECTED);
  await expect(rowOf(page, "#heron")).toContainText(/Hashtag · 7 people · since \d/);
  await expect(rowOf(page, "#heron").getByRole("img")).toHaveAccessibleName(/at most 7 people/);

  await rowOf(page, "#heron").hover();
  await write(others, "a green woodpecker");
  await expect(topicsOf(page)).toHaveText(["#heron", "green woodpecker"], DETECTED);
  await page.getByRole("main").getByRole("combobox", { name: "Search" }).hover();
  await expect(topicsOf(page)).toHaveText(["green woodpecker", "#heron"]);
  await expectAccessible(page, "trends");

  // Rows are reached like tweets, and lead to a search.
  await page.keyboard.press("j");
  await expect(rowOf(page, "green woodpecker")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=%22green%20woodpecker%22");
  await expect(page.getByRole("feed").getByRole("article")).not.toHaveCount(0);
});

test("a topic that is not wanted goes, and comes back by Undo or in the settings", async ({ open, bob }) => {
  const page = await open(bob, "/trends");
  await notInterested(page, "#heron");
  await expect(rowOf(page, "green woodpecker")).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rowOf(page, "#heron")).toBeVisible();

  await notInterested(page, "#heron");
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.reload();
  await expect(topicsOf(page)).toHaveText(["green woodpecker"]);

  await page.goto("/settings");
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Trends" }).click();
  await expect(page.getByRole("button", { name: "Show again: #heron" })).toBeVisible();
  await expectAccessible(page, "a dismissed topic");
  await page.getByRole("button", { name: "Show again: #heron" }).click();
  await expect(page.getByRole("button", { name: "Show again: #heron" })).toHaveCount(0);
  await page.goto("/trends");
  await expect(rowOf(page, "#heron")).toBeVisible();
});

test("the trends of a country are shown on request, and stay those of the user if wanted", async ({ open, carol }) => {
  const page = await open(carol, "/trends");
  await expect(topicsOf(page)).toHaveText(["green woodpecker", "#heron"]);
  await page.getByLabel("Trends in").selectOption("Germany");
  await expect(topicsOf(page)).toHaveText(["#heron"]);
  await page.getByLabel("Trends in").selectOption("France");
  await expect(page.getByText("Nothing is trending in France")).toBeVisible();
  await page.getByLabel("Trends in").selectOption("Germany");
  await page.getByRole("button", { name: "Make this my location" }).click();
  await expect(page.getByRole("button", { name: "Make this my location" })).toHaveCount(0);

  await page.goto("/settings/trends");
  await expect(page.getByLabel("Location", { exact: true })).toHaveValue("DE");
  await page.goto("/");
  const column = page.getByRole("complementary");
  await expect(column.getByRole("heading", { name: "Trends in Germany" })).toBeVisible();
  await expect(column.getByRole("listitem").filter({ hasText: "#heron" })).toContainText("7 people");
});

test("visitors find trends below the search, and in narrow windows too", async ({ visit }) => {
  const page = await visit("/search", { viewport: { width: 320, height: 640 } });
  await expect(topicsOf(page)).toHaveText(["green woodpecker", "#heron"]);
  await expect(page.getByRole("button", { name: /^More about/ })).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.getByRole("main").getByRole("link", { name: "Show more" }).click();
  await expect(page).toHaveURL("/trends");
  await settled(page);
  await expectAccessible(page, "visitor's trends");
});

test("where the server has no trends, nothing leads there", async ({ open, dave }) => {
  const page = await open(dave, "about:blank");
  await page.route("**/api/roost/v1/capabilities", async (route) => {
    const response = await route.fetch();
    const { data } = (await response.json()) as { data: object };
    await route.fulfill({ response, json: { data: { ...data, trends: false } } });
  });
  await page.goto("/latest");
  await expect(page.getByRole("link", { name: "People" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Trends" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Trends" })).toHaveCount(0);
  await page.goto("/trends");
  await expect(page.getByText("No trends here")).toBeVisible();
});
