import { expect, type Page } from "@playwright/test";
import { test, tweetOf } from "./cast";

test("follows and unfollows update the lists of both users", async ({ open, alice, bob }) => {
  const page = await open(alice, `/@${bob.username}`);
  await page.getByRole("button", { name: `Follow @${bob.username}` }).click();
  await expect(page.getByRole("button", { name: `Following @${bob.username}` })).toBeVisible();
  await page.getByRole("link", { name: "1 follower" }).first().click();
  await expect(page.getByRole("article", { name: "Alice", exact: true })).toBeVisible();
  await page.goBack();
  await page.getByRole("button", { name: `Following @${bob.username}` }).hover();
  await page.getByRole("button", { name: `Unfollow @${bob.username}` }).click();
  await expect(page.getByRole("button", { name: `Follow @${bob.username}` })).toBeVisible();
});

test("a profile is edited, and an error appears at its field", async ({ open, alice }) => {
  const page = await open(alice, `/@${alice.username}`);
  await page.getByRole("button", { name: "Edit profile" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Alice Moreau");
  await dialog.getByLabel("Bio").fill("Bread and bicycles.");
  await dialog.getByLabel("Website").fill("not an address");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByLabel("Website")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Website").fill("example.org/alice");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("link", { name: "example.org/alice" })).toHaveAttribute("href", "https://example.org/alice");
  await expect(page.getByRole("heading", { level: 1, name: "Alice Moreau" })).toBeVisible();
  await expect(page.getByText("Bread and bicycles.").first()).toBeVisible();
});

test("mutes and blocks can be undone in the settings", async ({ open, alice, bob }) => {
  await bob.api.post("Can you hear me?");
  const page = await open(alice, `/@${bob.username}`);
  const more = page.getByRole("button", { name: `More about @${bob.username}` });
  await more.click();
  await page.getByRole("menuitem", { name: /^Mute/ }).click();
  await page.getByRole("menuitem", { name: "Until I unmute" }).click();
  await expect(page.getByText("muted", { exact: true })).toBeVisible();
  await more.click();
  await page.getByRole("menuitem", { name: /^Block/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Block" }).click();
  await expect(page.getByText(`You blocked @${bob.username}`)).toBeVisible();
  await expect(tweetOf(page, "Can you hear me?")).toHaveCount(0);

  await page.getByRole("link", { name: "Settings" }).click();
  for (const [tab, verb] of [["Blocked users", "Unblock"], ["Muted users", "Unmute"]] as const) {
    await page.getByRole("link", { name: tab }).click();
    await page.getByRole("button", { name: `${verb} @${bob.username}` }).click();
    await expect(page.getByRole("button", { name: `${verb.slice(2, 3).toUpperCase()}${verb.slice(3)} @${bob.username}` })).toBeVisible();
  }
});

test("the menu of a profile searches its tweets, and what is written next is looked for among them", async ({ open, visit, alice, bob }) => {
  await bob.api.post("An apple on the roof.");
  await bob.api.post("A pear on the roof.");
  await alice.api.post("An apple in the yard.");
  for (const [{ api, username }, count] of [[alice, 1], [bob, 2]] as const) {
    await expect.poll(async () => (await api.call<unknown[]>("GET", `/search/tweets?q=from%3A${username}`)).length).toBe(count);
  }
  const field = (page: Page) => page.getByRole("main").getByRole("combobox", { name: "Search" });
  for (const page of [await open(alice, `/@${bob.username}`), await visit(`/@${bob.username}`)]) {
    await page.getByRole("button", { name: `More about @${bob.username}` }).click();
    await page.getByRole("menuitem", { name: "Search their tweets" }).click();
    await expect(tweetOf(page, "A pear on the roof.")).toBeVisible();
    await expect(field(page)).toHaveValue(`from:${bob.username} `);
    await expect(field(page)).toBeFocused();
    await expect(page.getByRole("listbox")).toHaveCount(0);
    await page.keyboard.type("apple");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("feed").getByRole("article")).toHaveCount(1);
    await expect(tweetOf(page, "An apple on the roof.")).toBeVisible();
  }
  const page = await open(alice, `/@${alice.username}`);
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("menuitem", { name: "Search your tweets" }).click();
  await expect(tweetOf(page, "An apple in the yard.")).toBeVisible();
});

test("each tab of a profile lists its tweets", async ({ open, alice, bob }) => {
  const liked = await bob.api.post("Likable.");
  await alice.api.call("PUT", `/tweets/${liked}/like`);
  await alice.api.post("A reply.", { reply_to_id: liked });
  await alice.api.post("A tweet.");
  const page = await open(bob, `/@${alice.username}`);
  await expect(tweetOf(page, "A tweet.")).toBeVisible();
  await expect(tweetOf(page, "A reply.")).toHaveCount(0);
  await page.getByRole("link", { name: "With replies" }).click();
  await expect(tweetOf(page, "A reply.")).toBeVisible();
  await page.getByRole("link", { name: "Likes" }).click();
  await expect(tweetOf(page, "Likable.")).toBeVisible();
});

test("a mute with a duration ends by itself, and the list says when", async ({ open, alice, bob }) => {
  await alice.api.follow(bob);
  await bob.api.post("All day long.");
  const page = await open(alice);
  const tweet = tweetOf(page, "All day long.");
  await tweet.getByRole("button", { name: "More" }).click();
  const mute = page.getByRole("menuitem", { name: `Mute @${bob.username}` });
  await mute.click();
  await expect(page.getByRole("menuitem", { name: "For 8 hours" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(tweet).toHaveCount(0);
  await expect(page.getByText(`You muted @${bob.username}.`)).toBeVisible();

  await page.goto("/settings/muted");
  const [stand] = await alice.api.call<{ muted_until: string }[]>("GET", `/relationships?ids=${bob.id}`);
  const until = stand?.muted_until ?? "";
  const left = Date.parse(until) - Date.now();
  expect(left).toBeGreaterThan(86_000_000);
  expect(left).toBeLessThan(86_401_000);
  await expect(page.getByRole("article", { name: "Bob" }).locator("time")).toHaveAttribute("datetime", until);
  await page.getByRole("button", { name: `Unmute @${bob.username}` }).click();
  await expect(page.getByRole("button", { name: `Mute @${bob.username}`, exact: true })).toBeVisible();
});

test("a mute can be undone in its toast", async ({ open, alice, bob }) => {
  await bob.api.post("Oops.");
  const page = await open(alice, `/@${bob.username}`);
  await page.getByRole("button", { name: `More about @${bob.username}` }).click();
  await page.getByRole("menuitem", { name: /^Mute/ }).click();
  await page.getByRole("menuitem", { name: "For a week" }).click();
  await expect(page.getByText(/^muted until/)).toBeVisible();
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^muted until/)).toHaveCount(0);
});

test("the tabs of a profile stay in place, and each tab keeps its scroll position", async ({ open, alice, bob }) => {
  for (let number = 1; number <= 30; number++) {
    const id = await bob.api.post(`Number ${number}.`);
    if (number % 2 === 0) await bob.api.call("PUT", `/tweets/${id}/like`);
  }
  const page = await open(alice, `/@${bob.username}`);
  const tabs = page.getByRole("navigation", { name: "Profile" });
  const heightOf = async () => Math.round((await tabs.boundingBox())?.y ?? NaN);
  const offset = () => page.evaluate(() => Math.round(window.scrollY));
  await expect(tweetOf(page, "Number 30.")).toBeVisible();
  await page.mouse.wheel(0, 150);
  await expect.poll(offset).toBe(150);
  const height = await heightOf();

  for (const tab of ["With replies", "Likes", "Tweets", "Likes"]) {
    const link = tabs.getByRole("link", { name: tab });
    await link.click();
    await expect(link).toHaveAttribute("aria-current", "page");
    await expect(link).toBeFocused();
    await expect(tweetOf(page, "Number 28.")).toBeVisible();
    expect(await heightOf()).toBe(height);
  }

  await page.mouse.wheel(0, 700);
  await expect.poll(offset).toBe(850);
  await tweetOf(page, "Number 20.").getByText("Number 20.").click();
  await expect(page.getByRole("heading", { name: "Conversation" })).toBeVisible();
  await page.goBack();
  await expect.poll(offset).toBe(850);
  await page.goBack();
  await expect(tabs.getByRole("link", { name: "Tweets" })).toHaveAttribute("aria-current", "page");
  await expect.poll(offset).toBe(150);
  await page.goForward();
  await expect.poll(offset).toBe(850);
});

test("an empty tab does not move the page", async ({ open, alice, bob }) => {
  await bob.api.post("My only one.");
  const page = await open(alice, `/@${bob.username}`);
  await page.setViewportSize({ width: 390, height: 500 });
  const tabs = page.getByRole("navigation", { name: "Profile" });
  await expect(tweetOf(page, "My only one.")).toBeVisible();
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(200);
  const before = await tabs.boundingBox();
  await tabs.getByRole("link", { name: "Likes" }).click();
  await expect(page.getByText("No likes yet")).toBeVisible();
  expect((await tabs.boundingBox())?.y).toBe(before?.y);
});
