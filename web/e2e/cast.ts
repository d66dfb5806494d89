import { type APIRequestContext, type Browser, test as base, type BrowserContext, type BrowserContextOptions, expect, type Page, request } from "@playwright/test";
import type { TestFile } from "./pictures";

/** Someone of the cast: an account of their own for each test, so that tests do not meet. */
export interface Member {
  username: string;
  name: string;
  id: string;
  api: Api;
}

export const PASSWORD = "perched on a wire";

let made = 0;

/** What a member does without a browser. */
export class Api {
  private readonly requests: APIRequestContext;

  constructor(requests: APIRequestContext) {
    this.requests = requests;
  }

  async call<Data>(method: string, path: string, data?: object): Promise<Data> {
    const response = await this.requests.fetch(`/api/roost/v1${path}`, { method, ...(data && { data }) });
    if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
    const body = await response.text();
    return (body === "" ? undefined : (JSON.parse(body) as { data: Data }).data) as Data;
  }

  async post(content: string, more: object = {}): Promise<string> {
    return (await this.call<{ id: string }>("POST", "/tweets", { content, ...more })).id;
  }

  /** Uploads a file and waits until it can be used; returns its ID. */
  async upload({ mimeType, buffer }: TestFile, purpose: "tweet" | "avatar" | "header" | "message" = "tweet", altText?: string): Promise<string> {
    const place = await this.call<{ media_id: string; upload_url: string; headers: Record<string, string> }>("POST", "/media/upload-url", {
      type: mimeType,
      size: buffer.length,
      purpose,
    });
    const sent = await this.requests.fetch(place.upload_url, { method: "PUT", headers: place.headers, data: buffer });
    expect(sent.ok()).toBe(true);
    const path = `/media/${place.media_id}`;
    await this.call("POST", `${path}/uploaded`);
    if (altText !== undefined) await this.call("PATCH", path, { alt_text: altText });
    await expect.poll(async () => (await this.call<{ state: string }>("GET", path)).state).toBe("ready");
    return place.media_id;
  }

  follow(member: Member): Promise<unknown> {
    return this.call("PUT", `/users/${member.id}/follow`);
  }
}

export async function register(baseURL: string, name: string): Promise<Member> {
  // It ends with a letter, so that no name is the beginning of another.
  const username = `${name.toLowerCase()}_${process.pid.toString(36)}_${Date.now().toString(36)}_${made++}u`;
  const visitor = await request.newContext({ baseURL });
  const account = { username, email: `${username}@example.org`, password: PASSWORD, display_name: name };
  const api = new Api(visitor);
  const { id } = await api.call<{ id: string }>("POST", "/users", account);
  const { token } = await api.call<{ token: string }>("POST", "/sessions", { login: username, password: PASSWORD });
  await visitor.dispose();
  const requests = await request.newContext({ baseURL, extraHTTPHeaders: { Authorization: `Bearer ${token}` } });
  return { username, name, id, api: new Api(requests) };
}

interface Cast {
  alice: Member;
  bob: Member;
  carol: Member;
  dave: Member;
  /** Opens Roost in a browser context of its own for a member who is logged in. */
  open: (member: Member, path?: string, device?: BrowserContextOptions) => Promise<Page>;
  /** Opens Roost as a visitor. */
  visit: (path: string, device?: BrowserContextOptions) => Promise<Page>;
}

const address = () => process.env.ROOST_URL ?? "";

export const test = base.extend<Cast>({
  baseURL: async ({}, use) => use(address()),
  alice: async ({}, use) => use(await register(address(), "Alice")),
  bob: async ({}, use) => use(await register(address(), "Bob")),
  carol: async ({}, use) => use(await register(address(), "Carol")),
  dave: async ({}, use) => use(await register(address(), "Dave")),
  visit: async ({ browser, contextOptions }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (path, device = {}) => {
      const context = await newContext(browser, { ...contextOptions, ...device });
      opened.push(context);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    });
    await Promise.all(opened.map((context) => context.close()));
  },
  open: async ({ browser, contextOptions }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (member, path = "/", device = {}) => {
      const context = await newContext(browser, { ...contextOptions, ...device });
      opened.push(context);
      await logIn(context, member.username, PASSWORD);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});

function newContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1280, height: 900 }, ...options, baseURL: address() });
}

/** Gives a context the cookie of a session, as the log-in page does, which has tests of its own. */
export async function logIn(context: BrowserContext, login: string, password: string, origin = address()): Promise<void> {
  const data = { login, password, cookie: true };
  const headers = { Origin: origin };
  const response = await context.request.post("/api/roost/v1/sessions", { data, headers });
  expect(response.status()).toBe(201);
}

/** A tweet on the page, by its text. */
export const tweetOf = (page: Page, text: string) => page.locator("article[data-tweet]").filter({ hasText: text });
