import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { type Member, test, tweetOf } from "./cast";
import { picture } from "./pictures";
import { settled } from "./world";

const fieldOf = (page: Page) => page.getByRole("main").getByRole("combobox", { name: "Search" });
const optionOf = (page: Page, name: string | RegExp) => page.getByRole("option", { name });

let made = 0;

/** A word that no other test writes. */
const word = () => `w${process.pid.toString(36)}${Date.now().toString(36)}${made++}x`;

/** The index is a moment behind. */
async function found(member: Member, words: string, count = 1): Promise<void> {
  const path = `/search/tweets?q=${encodeURIComponent(words)}`;
  await expect.poll(async () => (await member.api.call<unknown[]>("GET", path)).length).toBe(count);
}

async function suggested(member: Member, text: string): Promise<void> {
  const path = `/search/suggest?q=${encodeURIComponent(text)}`;
  await expect.poll(async () => (await member.api.call<unknown[]>("GET", path)).length).toBeGreaterThan(0);
}

test("a search finds tweets, marks what matches, and shows news, people and media", async ({ open, alice, bob }) => {
  const bicycle = word();
  await bob.api.post(`🚲 A red ${bicycle} by the door. #${bicycle}`);
  const media_ids = [await bob.api.upload(picture("wheel.png", 64, 48, [200, 60, 20], [20, 60, 200]), "tweet", "A wheel")];
  await bob.api.post(`The same ${bicycle}, in light.`, { media_ids });
  await found(alice, bicycle, 2);

  const page = await open(alice, "/latest");
  await fieldOf(page).fill(bicycle);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/search?q=${bicycle}`);
  await expect(page).toHaveTitle(new RegExp(bicycle));
  await expect(tweetOf(page, "A red")).toBeVisible();
  await expect(tweetOf(page, "A red").locator("mark")).toHaveText([bicycle, `#${bicycle}`]);

  const results = page.getByRole("navigation", { name: "Results" });
  await results.getByRole("link", { name: "Media" }).click();
  await expect(tweetOf(page, "in light")).toBeVisible();
  await expect(tweetOf(page, "A red")).toHaveCount(0);

  await results.getByRole("link", { name: "Latest" }).click();
  await expect(tweetOf(page, "in light")).toBeVisible();
  await expect(results.getByRole("link", { name: "Latest" })).toHaveAttribute("aria-current", "page");
  await bob.api.post(`A third ${bicycle}.`);
  await page.getByRole("button", { name: "Show 1 new result" }).click();
  await expect(page.getByRole("feed").getByRole("article").first()).toContainText("A third");
  await expect(page.getByRole("button", { name: /new result/ })).toHaveCount(0);

  await fieldOf(page).fill(bob.username);
  await page.keyboard.press("Enter");
  await results.getByRole("link", { name: "People" }).click();
  await expect(page.getByRole("feed", { name: "People" }).getByRole("article", { name: "Bob" })).toContainText(`@${bob.username}`);

  // Back to each search as it was.
  await page.goBack();
  await page.goBack();
  await expect(fieldOf(page)).toHaveValue(bicycle);
  await expect(tweetOf(page, "A third")).toBeVisible();
});

test("the field suggests people and hashtags, by keyboard alone", async ({ open, alice, bob }) => {
  const tag = word();
  await bob.api.post(`On the line. #${tag}`);
  await found(alice, `#${tag}`);
  await suggested(alice, `#${tag}`);
  await suggested(alice, `@${bob.username}`);

  const page = await open(alice, "/notifications");
  await settled(page);
  await page.keyboard.press("/");
  const aside = page.getByRole("complementary").getByRole("combobox", { name: "Search" });
  await expect(aside).toBeFocused();
  await page.keyboard.type(bob.username.slice(0, -1));
  await expect(optionOf(page, new RegExp(`@${bob.username}`))).toBeVisible();
  await expect(page.getByRole("complementary").getByRole("status")).toContainText("suggestion");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(optionOf(page, new RegExp(`@${bob.username}`))).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/@${bob.username}`);

  await page.goto("/search");
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.type(`#${tag.slice(0, -1)}`);
  await expect(optionOf(page, new RegExp(`#${tag}.*1 tweet`))).toBeVisible();
  await expectAccessible(page, "suggestions");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(fieldOf(page)).toHaveValue(`#${tag.slice(0, -1)}`);
  await page.keyboard.type(tag.slice(-1));
  await optionOf(page, new RegExp(`#${tag}.*1 tweet`)).click();
  await expect(tweetOf(page, "On the line.")).toBeVisible();
  // The keys of the page work at once.
  await page.keyboard.press("j");
  await expect(tweetOf(page, "On the line.")).toBeFocused();
});

test("a search for one hashtag says how many tweets have it", async ({ visit, alice, bob }) => {
  const tag = word();
  const id = await bob.api.post(`First on #${tag}.`);
  await alice.api.post(`Second on #${tag}.`);
  await found(alice, `#${tag}`, 2);
  const count = async () => (await alice.api.call<{ tweets_count: number }>("GET", `/hashtags/${tag}`)).tweets_count;
  await expect.poll(count).toBe(2);
  const page = await visit(`/search?q=%23${tag.toUpperCase()}`);
  const head = page.getByRole("main").locator(".hashtag-head");
  // In the form that most people write.
  await expect(head.getByRole("heading", { name: `#${tag}` })).toBeVisible();
  await expect(head).toContainText("2 tweets");
  await expectAccessible(page, "a hashtag");
  await bob.api.call("DELETE", `/tweets/${id}`);
  await expect.poll(count).toBe(1);
  await page.reload();
  await expect(head).toContainText("1 tweet");
  await page.goto(`/search?q=%23${tag}x`);
  await expect(head).toContainText("No tweets yet");
  await page.goto(`/search?q=%23${tag}+roof`);
  await expect(page.getByRole("navigation", { name: "Results" })).toBeVisible();
  await expect(head).toHaveCount(0);
});

test("people are found by the words of a search, without its filters", async ({ open, alice, bob }) => {
  await suggested(alice, `@${bob.username}`);
  const page = await open(alice, `/search?q=${encodeURIComponent(`${bob.username} from:${alice.username} min_likes:3`)}&f=people`);
  await expect(page.getByRole("feed", { name: "People" }).getByRole("article", { name: "Bob" })).toBeVisible();
  await page.goto(`/search?q=${encodeURIComponent(`from:${bob.username} -cat`)}&f=people`);
  await expect(page.getByRole("heading", { name: "These filters are for tweets" })).toBeVisible();
  await expectAccessible(page, "filters alone");
  await page.getByRole("link", { name: "Show matching tweets" }).click();
  await expect(page.getByRole("navigation", { name: "Results" }).getByRole("link", { name: "Latest" })).toHaveAttribute("aria-current", "page");
});

test("recent searches are kept, removed one by one or all, and forgotten at the log-out", async ({ open, alice }) => {
  const page = await open(alice, "/search");
  for (const words of ["first words", "second words", "third words"]) {
    await fieldOf(page).fill(words);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`/search?q=${encodeURIComponent(words)}`);
  }
  await page.goto("/search");
  const recent = page.getByRole("region", { name: "Recent searches" });
  await expect(recent.getByRole("listitem")).toHaveText(["third words", "second words", "first words"]);
  await expectAccessible(page, "recent searches");
  await recent.getByRole("button", { name: "Remove second words" }).click();
  await expect(recent.getByRole("listitem")).toHaveText(["third words", "first words"]);
  await page.reload();
  await recent.getByRole("link", { name: "first words" }).click();
  await expect(fieldOf(page)).toHaveValue("first words");

  await page.goto("/");
  const aside = page.getByRole("complementary").getByRole("combobox", { name: "Search" });
  await aside.focus();
  await expect(optionOf(page, "third words")).toBeVisible();
  await page.goto("/search");
  await recent.getByRole("button", { name: "Clear all" }).click();
  await expect(recent).toHaveCount(0);
  await fieldOf(page).fill("a secret");
  await page.keyboard.press("Enter");
  await page.goto(`/@${alice.username}`);
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("menuitem", { name: "Log out" }).click();
  await expect(page.getByRole("link", { name: "Log in" }).first()).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("a secret");
});

test("visitors search, from any page, and hashtags lead to it", async ({ visit, alice, bob }) => {
  const tag = word();
  const id = await bob.api.post(`Look at #${tag} and $TWTR, @${alice.username}.`);
  await found(alice, `#${tag}`);
  const page = await visit(`/tweet/${id}`);
  await expect(page.getByRole("link", { name: "$TWTR" })).toHaveAttribute("href", "/search?q=%24TWTR");
  await expect(page.getByRole("main").getByRole("link", { name: `@${alice.username}` })).toHaveAttribute("href", `/@${alice.username}`);
  await page.getByRole("link", { name: `#${tag}` }).click();
  await expect(page).toHaveURL(`/search?q=%23${tag}`);
  await expect(tweetOf(page, "Look at")).toBeVisible();
  await page.goto("/latest");
  await settled(page);
  await page.keyboard.press("/");
  await expect(page).toHaveURL("/search");
  await expect(fieldOf(page)).toBeFocused();

  // The log-in leads back to the search.
  await page.goto(`/search?q=%23${tag}&f=latest`);
  await expect(tweetOf(page, "Look at")).toBeVisible();
  await page.getByRole("link", { name: "Log in" }).click();
  await page.getByLabel("Username or email address").fill(alice.username);
  await page.getByLabel("Password").fill("perched on a wire");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL(`/search?q=%23${tag}&f=latest`);
  await expect(tweetOf(page, "Look at")).toBeVisible();
});

test("what is not understood is said, tips explain what is, and no results are no error", async ({ open, alice }) => {
  const page = await open(alice, `/search?q=${encodeURIComponent("since:2026-02-30 -cat")}`);
  await expect(page.getByRole("main").getByRole("status").filter({ hasText: "since: needs a date" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "No tweets found" })).toBeVisible();
  await expectAccessible(page, "warnings");
  await page.getByRole("main").getByRole("button", { name: "Search tips" }).last().click();
  const tips = page.getByRole("dialog", { name: "Search tips" });
  await expect(tips).toContainText("from:alice");
  await expectAccessible(page, "search tips");
  await page.keyboard.press("Escape");
  await expect(tips).toHaveCount(0);
  await page.goto(`/search?q=${Array.from({ length: 40 }, (_, index) => `w${index}`).join("+")}`);
  await expect(page.getByRole("alert")).toContainText("This search doesn't work");
});

test("while the index is away, the page says so, finds people, and comes back by itself", async ({ open, alice, bob }) => {
  const about = word();
  await bob.api.post(`All about ${about}.`);
  await found(alice, about);
  await suggested(alice, `@${bob.username}`);
  const page = await open(alice, "/search");
  let isAway = true;
  await page.route("**/api/roost/v1/search/tweets?*", async (route) => {
    const problem = { type: "urn:roost:problem:unavailable", title: "Unavailable", status: 503, detail: "Try later.", code: "unavailable", request_id: "-" };
    if (!isAway) await route.continue();
    else await route.fulfill({ status: 503, headers: { "Retry-After": "2" }, contentType: "application/problem+json", body: JSON.stringify(problem) });
  });
  await fieldOf(page).fill(bob.username);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Tweets can't be searched right now");
  await page.getByRole("link", { name: "Search people" }).click();
  await expect(page.getByRole("feed", { name: "People" }).getByRole("article", { name: "Bob" })).toBeVisible();
  await page.goto(`/search?q=${about}`);
  await expect(page.getByRole("alert")).toBeVisible();
  isAway = false;
  await expect(tweetOf(page, "All about")).toBeVisible();
});

test("a server that does not search tweets finds people and counts hashtags", async ({ open, alice, bob }) => {
  const id = await alice.api.post("Only a word here: #nothing");
  const page = await open(alice, "about:blank");
  await page.route("**/api/roost/v1/capabilities", async (route) => {
    const response = await route.fetch();
    const { data } = (await response.json()) as { data: Record<string, unknown> };
    await route.fulfill({ response, json: { data: { ...data, search: undefined } } });
  });
  await page.goto(`/tweet/${id}`);
  await expect(page.getByText("#nothing")).toBeVisible();
  await expect(page.getByRole("link", { name: "#nothing" })).toHaveCount(0);
  await suggested(alice, `@${bob.username}`);
  await page.goto(`/search?q=${bob.username}`);
  await expect(page.getByRole("status").filter({ hasText: "Tweets can't be searched on this server; people and hashtags can." })).toBeVisible();
  await expect(page.getByRole("feed", { name: "People" }).getByRole("article", { name: "Bob" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Results" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Search tips" })).toHaveCount(0);
  await expectAccessible(page, "a search for people alone");
  await page.goto("/search?q=%23nothing");
  await expect(page.locator(".hashtag-head")).toContainText(/\d tweet/);
  await page.goto(`/@${alice.username}`);
  await page.getByRole("button", { name: "Account" }).click();
  await expect(page.getByRole("menuitem", { name: "Log out" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Search your tweets" })).toHaveCount(0);
});
