import { chromium } from "@playwright/test";
const base = process.env.ROOST_URL ?? "http://127.0.0.1:18731", out = "/tmp/dw/shots";
import { mkdirSync } from "node:fs"; mkdirSync(out, { recursive: true });
const quiet = ["--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: quiet });
const shots = process.argv.slice(2);
for (const width of [390, 1440]) for (const colorScheme of ["light","dark"]) {
  const context = await browser.newContext({ baseURL: base, viewport: { width, height: width===390?844:900 }, colorScheme, reducedMotion: "no-preference", deviceScaleFactor: 1 });
  const r = await context.request.post("/api/roost/v1/sessions", { data: { login: "alice", password: "roost-demo", cookie: true }, headers: {Origin: base} });
  if (!r.ok()) console.log(r.status(), await r.text());
  const page = await context.newPage();
  const go = async (name, path, after) => { if (shots.length && !shots.includes(name)) return; await page.goto(path); await page.waitForTimeout(1500); if (after) await after(); await page.screenshot({ path: `${out}/${name}-${width}-${colorScheme}.png` }); };
  await go("home", "/");
  await go("home2", "/", async () => { await page.mouse.move(width/3, 400); await page.mouse.wheel(0, 900); await page.waitForTimeout(900); });
  await go("home3", "/", async () => { await page.mouse.move(width/3, 400); for (let i=0;i<3;i++){ await page.mouse.wheel(0, 900); await page.waitForTimeout(500);} });
  await go("profile", "/@carol");
  await go("own", "/@alice");
  await go("media", "/@carol/media");
  await go("latest", "/latest");
  await go("people", "/people");
  await go("viewer", "/@carol/media", async () => { await page.locator(".media-cell").first().click(); await page.waitForTimeout(1200); });
  await go("gif", "/@erin/media", async () => { await page.waitForTimeout(1500); });
  await go("notifications", "/notifications");
  await context.close();
}
await browser.close();
