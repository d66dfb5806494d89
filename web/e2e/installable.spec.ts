import { createServer, type IncomingMessage, request as send, type Server, type ServerResponse } from "node:http";
import { expect, type Page } from "@playwright/test";
import { logIn, PASSWORD, test } from "./cast";

/** What stands between the browser and the server: it can be cut off, and serve a later version of the client. */
class Line {
  address = "";
  private version = 1;
  private readonly server: Server = createServer((request, response) => this.pass(request, response));

  async open(): Promise<void> {
    const port = Number(new URL(this.address === "" ? "http://127.0.0.1:0" : this.address).port);
    await new Promise<void>((resolve) => this.server.listen(port, "127.0.0.1", resolve));
    const at = this.server.address();
    if (typeof at === "object" && at !== null) this.address = `http://127.0.0.1:${at.port}`;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  upgrade(): void {
    this.version++;
  }

  private pass(request: IncomingMessage, response: ServerResponse): void {
    // Each version is asked for as a whole: the server knows only one, which never changes.
    const headers = { ...request.headers, "accept-encoding": "identity" };
    delete headers["if-none-match"];
    const forwarded = send(new URL(request.url ?? "/", process.env.ROOST_URL), { method: request.method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const kept = { ...answer.headers };
        delete kept["content-length"];
        response.writeHead(answer.statusCode ?? 502, kept);
        response.end(this.changed(request.url ?? "/", Buffer.concat(chunks)));
      });
    });
    forwarded.on("error", () => response.destroy());
    request.pipe(forwarded);
  }

  /** Later versions differ in the page, the service worker and the page for when there is no connection. */
  private changed(path: string, body: Buffer): Buffer | string {
    if (path === "/") return body.toString().replace("<html ", `<html data-version="${this.version}" `);
    if (path === "/sw.js" && this.version > 1) return body.toString().replace("roost-shell-", `roost-shell-${this.version}-`);
    if (path === "/offline.html") return body.toString().replace("You are offline", `You are offline (${this.version})`);
    return body;
  }
}

const installed = (page: Page) =>
  expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state)).toBe("activated");

test("without a connection there is a page that says so; an upgrade is there at once; nothing of the user is kept", async ({ browser, alice }) => {
  const line = new Line();
  await line.open();
  const context = await browser.newContext({ baseURL: line.address });
  try {
    await logIn(context, alice.username, PASSWORD, line.address);
    const page = await context.newPage();
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
    await installed(page);

    await line.cut();
    await page.goto("/notifications");
    await expect(page.getByRole("heading", { name: "You are offline (1)" })).toBeVisible();
    await expect(page).toHaveURL("/notifications");
    await expect(page.getByRole("link", { name: "Try again" })).toHaveCSS("border-radius", "999px");

    await line.open();
    await page.getByRole("link", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Notifications" })).toBeVisible();

    line.upgrade();
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("data-version", "2");
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([expect.stringMatching(/^roost-shell-2-/)]);
    const kept = await page.evaluate(async () => (await (await caches.open((await caches.keys())[0] ?? "")).keys()).map(({ url }) => new URL(url).pathname));
    expect(kept).toEqual(["/offline.html", "/offline.css", "/offline.js", "/favicon.svg"]);

    await line.cut();
    await page.reload();
    await expect(page.getByRole("heading", { name: "You are offline (2)" })).toBeVisible();
  } finally {
    await context.close();
    await line.cut().catch(() => undefined);
  }
});

test("browsers can install Roost", async ({ open, alice }) => {
  const page = await open(alice);
  const devTools = await page.context().newCDPSession(page);
  const manifest = await devTools.send("Page.getAppManifest");
  expect(manifest.errors).toEqual([]);
  const { installabilityErrors } = await devTools.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
  const { icons } = JSON.parse(manifest.data ?? "{}") as { icons: { src: string; sizes: string; type: string }[] };
  for (const { src, sizes, type } of icons.filter(({ sizes }) => sizes !== "any")) {
    const answer = await page.request.get(src);
    expect(answer.headers()["content-type"]).toBe(type);
    // The width is the fifth number of a PNG.
    expect(`${(await answer.body()).readUInt32BE(16)}x${(await answer.body()).readUInt32BE(20)}`).toBe(sizes);
  }
});
