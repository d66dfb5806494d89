import { expect, type Page } from "@playwright/test";
import { test, tweetOf } from "./cast";

test("a long timeline renders few rows at a time, reaches its end and keeps its position", async ({ open, alice }) => {
  for (let number = 1; number <= 75; number++) await alice.api.post(`Number ${number}.`);
  const page = await open(alice);
  await expect(tweetOf(page, "Number 75.")).toBeVisible();
  const rows = page.locator("article[data-tweet]");
  await expect(async () => {
    // On a busy machine several turns may arrive at once and go past it.
    const newest = Number(/Number (\d+)\./.exec(await rows.first().innerText())?.[1]);
    await page.mouse.wheel(0, newest >= 20 ? 600 : -600);
    await expect(tweetOf(page, "Number 20.")).toBeInViewport({ timeout: 300 });
  }).toPass({ intervals: [50] });
  expect(await rows.count()).toBeLessThan(40);

  const before = await tweetOf(page, "Number 20.").boundingBox();
  await tweetOf(page, "Number 20.").getByText("Number 20.").click();
  await expect(page.getByRole("heading", { name: "Conversation" })).toBeVisible();
  await page.goBack();
  await expect(tweetOf(page, "Number 20.")).toBeInViewport();
  const after = await tweetOf(page, "Number 20.").boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(60);

  await expect(async () => {
    await page.mouse.wheel(0, 4_000);
    await expect(page.getByText("You've reached the end.")).toBeInViewport({ timeout: 300 });
  }).toPass();
  await expect(tweetOf(page, "Number 1.")).toBeVisible();
});

test("a link to the current page scrolls to its top and adds no history entry", async ({ open, alice }) => {
  for (let number = 1; number <= 20; number++) await alice.api.post(`Number ${number}.`);
  const page = await open(alice, "/bookmarks");
  await page.getByRole("link", { name: "Home" }).click();
  await expect(tweetOf(page, "Number 20.")).toBeVisible();
  await page.mouse.wheel(0, 900);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(900);
  await page.getByRole("link", { name: "Home" }).click();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Bookmarks" })).toBeVisible();
});

const offset = (page: Page) => page.evaluate(() => Math.round(window.scrollY));

/** Reads down to a tweet that is far from the top, and returns its distance from the top of the window. */
async function readDownTo(page: Page, text: string): Promise<number> {
  await expect(async () => {
    await page.mouse.wheel(0, 700);
    await expect(tweetOf(page, text)).toBeInViewport({ timeout: 300 });
  }).toPass({ intervals: [50] });
  await page.waitForTimeout(300);
  return topOf(page, text);
}

async function topOf(page: Page, text: string): Promise<number> {
  return (await tweetOf(page, text).boundingBox())?.y ?? NaN;
}

test("after showing new tweets, a button returns to the previous position", async ({ open, alice, bob }) => {
  await alice.api.follow(bob);
  for (let number = 1; number <= 50; number++) await bob.api.post(`Number ${number}.`);
  const page = await open(alice);
  await expect(tweetOf(page, "Number 50.")).toBeVisible();
  const before = await readDownTo(page, "Number 20.");
  await bob.api.post("Brand new.");
  await bob.api.post(`Brand new and long.${"\nA line."  .repeat(6)}`);
  // Playwright would scroll to the button, which is always in sight.
  await page.getByRole("button", { name: "Show 2 new tweets" }).dispatchEvent("click");
  await expect(tweetOf(page, "Brand new and long.")).toBeInViewport();
  await page.getByRole("button", { name: "Back to where you were" }).dispatchEvent("click");
  await expect(tweetOf(page, "Number 20.")).toBeInViewport();
  await expect.poll(async () => Math.abs((await topOf(page, "Number 20.")) - before)).toBeLessThan(3);
  await expect(page.getByRole("button", { name: "Back to where you were" })).toBeHidden();
});

test("the reading position survives a reload, a reload of another page, and the link to Home", async ({ open, alice }) => {
  test.slow();
  for (let number = 1; number <= 75; number++) await alice.api.post(`Number ${number}.`);
  const page = await open(alice);
  await expect(tweetOf(page, "Number 75.")).toBeVisible();
  const before = await readDownTo(page, "Number 25.");
  const isThere = () =>
    expect
      .poll(async () => Math.abs((await topOf(page, "Number 25.")) - before))
      .toBeLessThan(3);

  await page.reload();
  await isThere();

  await page.getByRole("link", { name: "Bookmarks" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bookmarks" })).toBeVisible();
  await page.getByRole("link", { name: "Home" }).click();
  await isThere();

  await tweetOf(page, "Number 25.").getByText("Number 25.").click();
  await expect(page.getByRole("heading", { name: "Conversation" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Conversation" })).toBeVisible();
  await page.goBack();
  await isThere();

  await page.getByRole("link", { name: "Home" }).click();
  await expect.poll(() => offset(page)).toBe(0);
});
