import { type CDPSession, expect, type Page } from "@playwright/test";
import { type Member, test, tweetOf } from "./cast";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** One finger on the screen, as the browser itself hears it. */
class Finger {
  private readonly session: CDPSession;

  private constructor(session: CDPSession) {
    this.session = session;
  }

  static async on(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  async down(x: number, y: number): Promise<void> {
    await this.session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  }

  async move(x: number, y: number): Promise<void> {
    await this.session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y }] });
  }

  async up(): Promise<void> {
    await this.session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  async drag(from: [number, number], to: [number, number]): Promise<void> {
    await this.down(...from);
    for (let step = 1; step <= 10; step++) {
      await this.move(from[0] + ((to[0] - from[0]) * step) / 10, from[1] + ((to[1] - from[1]) * step) / 10);
    }
    await this.up();
  }
}

/** Opens the timeline on a phone whose stream tells it nothing. */
async function openDeaf(open: (member: Member, path: string, device: object) => Promise<Page>, member: Member, more = {}): Promise<Page> {
  const page = await open(member, "about:blank", { ...phone, ...more });
  await page.routeWebSocket("**/api/roost/v1/stream*", () => undefined);
  await page.goto("/");
  return page;
}

for (const reducedMotion of ["no-preference", "reduce"] as const) {
  test(`the timeline is refreshed by pulling it down (motion: ${reducedMotion})`, async ({ open, alice }) => {
    const page = await openDeaf(open, alice, { reducedMotion });
    await expect(page.getByText("Your timeline is empty")).toBeVisible();
    await alice.api.post("Worth a pull.");

    const finger = await Finger.on(page);
    await finger.down(195, 300);
    await finger.move(195, 330);
    await finger.move(195, 350);
    const mark = page.locator(".pull");
    await expect(mark).toHaveAttribute("data-enough", "false");
    await finger.move(195, 420);
    await expect(mark).toHaveAttribute("data-enough", "true");
    await expect(mark).toBeInViewport();
    await finger.up();
    await expect(tweetOf(page, "Worth a pull.")).toBeVisible();
    await expect(mark).toHaveCount(0);
  });
}

test("a short pull, a sideways pull, one further down the page and one in a dialog refresh nothing", async ({ open, alice }) => {
  for (let number = 1; number <= 12; number++) await alice.api.post(`Number ${number}.`);
  const page = await openDeaf(open, alice);
  await expect(tweetOf(page, "Number 12.")).toBeVisible();
  // The opened stream has the timeline asked for what came meanwhile.
  await page.waitForLoadState("networkidle");
  let refreshes = 0;
  page.on("request", (request) => {
    if (request.url().includes("/timelines/home")) refreshes++;
  });
  const finger = await Finger.on(page);
  await finger.drag([195, 300], [195, 360]);
  // To the left: to the right is the browser's own way back.
  await finger.drag([300, 300], [20, 400]);
  await page.evaluate(() => window.scrollTo(0, 400));
  await finger.drag([195, 300], [195, 450]);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole("button", { name: "New tweet" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await finger.drag([195, 300], [195, 600]);
  await page.waitForTimeout(500);
  expect(refreshes).toBe(0);
});
