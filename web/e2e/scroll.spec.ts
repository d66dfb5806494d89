import { expect } from "@playwright/test";
import { test, tweetOf } from "./cast";

test("a long timeline is read to its end, with few rows at a time, and keeps its place", async ({ open, alice }) => {
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

test("the link to the page where one is leads to its top, and makes no entry in the history", async ({ open, alice }) => {
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
