import { expect, type Page } from "@playwright/test";
import { test, tweetOf } from "./cast";
import { fourPictures, one } from "./pictures";

interface Point {
  x: number;
  y: number;
}

/** Moves fingers over the page, each from one point to another. */
async function fingersOn(page: Page): Promise<(from: readonly Point[], to: readonly Point[]) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
  return async (from, to) => {
    await touch("touchStart", from);
    for (let step = 1; step <= 8; step++) {
      const between = (start: number, end: number) => start + ((end - start) * step) / 8;
      const now = from.map(({ x, y }, id) => ({ x: between(x, to[id]?.x ?? x), y: between(y, to[id]?.y ?? y) }));
      await touch("touchMove", now);
    }
    await touch("touchEnd", []);
  };
}

test("the viewer turns over with keys, zooms, and closes with Escape and Back", async ({ open, alice, bob }) => {
  const ids: string[] = [];
  for (const [index, file] of fourPictures.entries()) ids.push(await bob.api.upload(file, "tweet", `View ${index + 1}.`));
  await bob.api.post("Look.", { media_ids: ids });
  const page = await open(alice, `/@${bob.username}`);
  await tweetOf(page, "Look.").getByRole("button", { name: "View 2." }).click();
  const viewer = page.getByRole("dialog", { name: "Pictures" });
  await expect(viewer.locator(".viewer-text")).toHaveText("View 2.");
  await page.keyboard.press("ArrowRight");
  await expect(viewer.getByText("3 of 4")).toBeVisible();
  await viewer.getByRole("button", { name: "Zoom in" }).click();
  await expect(viewer.getByRole("button", { name: "Zoom out" })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(viewer.getByRole("button", { name: "Zoom in" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(viewer).toBeHidden();
  await expect(tweetOf(page, "Look.").getByRole("button", { name: "View 2." })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(viewer).toBeVisible();
  await page.goBack();
  await expect(viewer).toBeHidden();
  await expect(page).toHaveURL(`/@${bob.username}`);
  await tweetOf(page, "Look.").getByRole("button", { name: "ALT" }).first().click();
  await expect(page.getByRole("dialog", { name: "Description" })).toContainText("View 1.");
});

test("fingers turn over pictures in the viewer, and enlarge them", async ({ open, alice, bob }) => {
  const ids: string[] = [];
  for (const [index, file] of fourPictures.entries()) ids.push(await bob.api.upload(file, "tweet", `View ${index + 1}.`));
  await bob.api.post("Look.", { media_ids: ids });
  const page = await open(alice, `/@${bob.username}`, { hasTouch: true, viewport: { width: 390, height: 844 } });
  const touch = await fingersOn(page);
  await tweetOf(page, "Look.").getByRole("button", { name: "View 1." }).tap();
  const viewer = page.getByRole("dialog", { name: "Pictures" });
  await expect(viewer.getByText("1 of 4")).toBeVisible();
  await touch([{ x: 300, y: 400 }], [{ x: 90, y: 410 }]);
  await expect(viewer.getByText("2 of 4")).toBeVisible();
  await touch([{ x: 200, y: 300 }], [{ x: 180, y: 500 }]);
  await expect(viewer.getByText("2 of 4")).toBeVisible();
  await touch([{ x: 90, y: 400 }], [{ x: 300, y: 400 }]);
  await expect(viewer.getByText("1 of 4")).toBeVisible();

  const widthOf = () => viewer.getByRole("img", { name: "View 1." }).evaluate((each) => each.getBoundingClientRect().width);
  await expect.poll(widthOf).toBeLessThanOrEqual(390);
  await touch([{ x: 180, y: 420 }, { x: 210, y: 420 }], [{ x: 120, y: 420 }, { x: 270, y: 420 }]);
  await expect.poll(widthOf).toBeGreaterThan(800);
  // An enlarged picture is moved, not turned over.
  await touch([{ x: 300, y: 400 }], [{ x: 90, y: 400 }]);
  await expect(viewer.getByText("1 of 4")).toBeVisible();
  await touch([{ x: 60, y: 420 }, { x: 330, y: 420 }], [{ x: 180, y: 420 }, { x: 210, y: 420 }]);
  await expect.poll(widthOf).toBeLessThanOrEqual(390);
});

test("a grid has its height before its pictures are there", async ({ open, alice, bob }) => {
  const id = await bob.api.upload(one);
  await bob.api.post("Slow.", { media_ids: [id] });
  const page = await open(alice, "about:blank");
  let release: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/media-files/**", async (route) => {
    await waiting;
    await route.continue();
  });
  await page.goto(`/@${bob.username}`);
  const tweet = tweetOf(page, "Slow.");
  await expect(tweet.locator(".blur")).toBeVisible();
  const before = await tweet.boundingBox();
  release();
  await expect.poll(() => tweet.locator(".media-cell img").evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  expect(await tweet.boundingBox()).toEqual(before);
});

test("sensitive pictures and content warnings are hidden until the reader opens them, or always shown", async ({ open, alice, bob }) => {
  await bob.api.post("Hidden picture.", { media_ids: [await bob.api.upload(one)], sensitive: true });
  await bob.api.post("The butler did it.", { content_warning: "Spoilers" });
  const page = await open(alice, `/@${bob.username}`);
  const sensitive = tweetOf(page, "Hidden picture.");
  await expect(sensitive.locator("img[src*=media-files]")).toHaveCount(0);
  await sensitive.getByRole("button", { name: "Show" }).click();
  await expect(sensitive.locator(".media-cell img")).toHaveCount(1);
  await sensitive.getByRole("button", { name: "Hide" }).click();
  await expect(sensitive.locator(".media-cell img")).toHaveCount(0);
  const warned = tweetOf(page, "Spoilers");
  await expect(page.getByText("The butler did it.")).toHaveCount(0);
  await warned.getByRole("button", { name: "Show" }).click();
  await expect(warned).toContainText("The butler did it.");

  await page.goto("/settings/home");
  await page.getByLabel("Always show sensitive content and content warnings").check();
  await page.goto(`/@${bob.username}`);
  await expect(tweetOf(page, "The butler did it.")).toContainText("Spoilers");
  await expect(tweetOf(page, "Hidden picture.").locator(".media-cell img")).toHaveCount(1);
});

test("a profile lists the tweets with pictures", async ({ open, alice, bob }) => {
  await bob.api.post("With one.", { media_ids: [await bob.api.upload(one)] });
  await bob.api.post("Words alone.");
  const page = await open(alice, `/@${bob.username}`);
  await page.getByRole("navigation", { name: "Profile" }).getByRole("link", { name: "Media" }).click();
  await expect(tweetOf(page, "With one.")).toBeVisible();
  await expect(tweetOf(page, "Words alone.")).toHaveCount(0);
});
