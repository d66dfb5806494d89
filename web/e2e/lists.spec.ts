import { expect, type Page } from "@playwright/test";
import { type Member, test, tweetOf } from "./cast";

const tabs = (page: Page) => page.getByRole("navigation", { name: "Timelines" });

async function makeList(owner: Member, settings: object, ...members: Member[]): Promise<string> {
  const { id } = await owner.api.call<{ id: string }>("POST", "/lists", settings);
  for (const member of members) await owner.api.call("PUT", `/lists/${id}/members/${member.id}`);
  return id;
}

test("a member creates a list, finds somebody to add, reads their tweets, edits the list and deletes it", async ({ open, alice, bob }) => {
  await bob.api.post("Two swifts over the roof.");
  const page = await open(alice, "/lists");
  await page.getByRole("button", { name: "Create your first list" }).click();
  const form = page.getByRole("dialog", { name: "New list" });
  await form.getByRole("button", { name: "Create" }).click();
  await expect(form.getByRole("alert")).toContainText("A name has 1 to 50");
  await form.getByLabel("Name").fill("Birders");
  await form.getByLabel(/^No replies/).check();
  await form.getByLabel("Name").press("Enter");

  await expect(page.getByRole("heading", { level: 1, name: "Birders" })).toBeVisible();
  await expect(page.getByText("Nobody is in this list yet")).toBeVisible();
  await page.getByLabel("Add people").fill(bob.username);
  await page.getByRole("option").filter({ hasText: `@${bob.username}` }).click();
  await expect(page.getByRole("button", { name: `Remove @${bob.username}` })).toBeVisible();
  await expect(page.getByText("1 member · private")).toBeVisible();
  await page.getByRole("navigation", { name: "List" }).getByRole("link", { name: "Tweets" }).click();
  await expect(tweetOf(page, "Two swifts over the roof.")).toBeVisible();

  await page.getByRole("button", { name: "Options for Birders" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  const edit = page.getByRole("dialog", { name: "Edit list" });
  await expect(edit.getByLabel(/^No replies/)).toBeChecked();
  await edit.getByLabel("Name").fill("Swifts");
  await edit.getByLabel("Private").uncheck();
  await edit.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Swifts" })).toBeVisible();
  await expect(page.getByText("1 member · public")).toBeVisible();

  await page.getByRole("button", { name: "Options for Swifts" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL("/lists");
  await expect(page.getByText("No lists yet")).toBeVisible();
});

test("lists are chosen in the menu of a profile", async ({ open, alice, bob }) => {
  const id = await makeList(alice, { name: "Birders" });
  await makeList(alice, { name: "Bakers" }, bob);
  const page = await open(alice, `/@${bob.username}`);
  await page.getByRole("button", { name: `More about @${bob.username}` }).click();
  await page.getByRole("menuitem", { name: "Add to lists" }).click();
  const dialog = page.getByRole("dialog", { name: `Add @${bob.username} to lists` });
  await expect(dialog.getByLabel("Bakers")).toBeChecked();
  await dialog.getByLabel("Birders").check();
  await expect(dialog.getByLabel("Birders")).toBeEnabled();
  await dialog.getByLabel("Bakers").uncheck();
  await expect(dialog.getByLabel("Bakers")).toBeEnabled();
  await dialog.getByRole("button", { name: "New list" }).click();
  const form = page.getByRole("dialog", { name: "New list" });
  await form.getByLabel("Name").fill("Brewers");
  await form.getByRole("button", { name: "Create" }).click();
  await expect(dialog.getByLabel("Brewers")).toBeChecked();
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.goto(`/lists/${id}/members`);
  await expect(page.getByRole("button", { name: `Remove @${bob.username}` })).toBeVisible();
  const having = await alice.api.call<{ name: string }[]>("GET", `/lists?member_id=${bob.id}`);
  expect(having.map(({ name }) => name)).toEqual(["Birders", "Brewers"]);
});

test("a pinned list is a tab on Home, whose new tweets arrive live", async ({ open, alice, bob, carol }) => {
  await bob.api.post("First light.");
  await makeList(alice, { name: "Birders", pinned: true }, bob, carol);
  const page = await open(alice);
  await tabs(page).getByRole("link", { name: "Birders" }).click();
  await expect(tweetOf(page, "First light.")).toBeVisible();
  await expect(page).toHaveTitle(/Birders/);
  await bob.api.post("Second light.");
  await page.getByRole("button", { name: "Show 1 new tweet" }).click();
  await expect(tweetOf(page, "Second light.")).toBeVisible();
  await tabs(page).getByRole("link", { name: "Following" }).click();
  await expect(page).toHaveURL("/");
  await carol.api.post("Third light, while nobody looked.");
  await tabs(page).getByRole("link", { name: "Birders" }).click();
  await page.getByRole("button", { name: "Show 1 new tweet" }).click();
  await expect(tweetOf(page, "Third light")).toBeVisible();

  await page.getByRole("button", { name: "Options for Birders" }).click();
  await page.getByRole("menuitem", { name: "Unpin from Home" }).click();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await expect(tabs(page)).toHaveCount(0);
});

test("a list that is left out of Home takes its members' tweets with it, and gives them back", async ({ open, alice, bob, carol }) => {
  for (const each of [bob, carol]) await alice.api.follow(each);
  await bob.api.post("Noise by Bob.");
  await carol.api.post("Calm by Carol.");
  await makeList(alice, { name: "Noise" }, bob);
  const page = await open(alice);
  await expect(tweetOf(page, "Noise by Bob.")).toBeVisible();
  await page.goto("/lists");
  await page.getByRole("button", { name: "Options for Noise" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await page.getByLabel("Keep out of Home").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("1 member · private · not on Home")).toBeVisible();
  await page.getByRole("link", { name: "Home", exact: true }).click();
  await expect(tweetOf(page, "Calm by Carol.")).toBeVisible();
  await expect(tweetOf(page, "Noise by Bob.")).toHaveCount(0);

  await page.keyboard.press("g");
  await page.keyboard.press("l");
  await page.getByRole("link", { name: "Noise" }).click();
  await expect(tweetOf(page, "Noise by Bob.")).toBeVisible();
  await page.getByRole("navigation", { name: "List" }).getByRole("link", { name: "Members" }).click();
  await page.getByRole("button", { name: `Remove @${bob.username}` }).click();
  await expect(page.getByText("Nobody is in this list yet")).toBeVisible();
  await page.getByRole("link", { name: "Home", exact: true }).click();
  await expect(tweetOf(page, "Noise by Bob.")).toBeVisible();
});

test("others read public lists and no private ones", async ({ open, visit, alice, bob }) => {
  await bob.api.post("Seen by everyone.");
  const shown = await makeList(alice, { name: "Birders", private: false, exclusive: true }, bob);
  const secret = await makeList(alice, { name: "Secret" }, bob);
  const visitor = await visit(`/@${alice.username}/lists`);
  await expect(visitor.getByRole("article")).toHaveCount(1);
  await visitor.getByRole("link", { name: "Birders" }).click();
  await expect(tweetOf(visitor, "Seen by everyone.")).toBeVisible();
  await expect(visitor.getByText("1 member · public", { exact: true })).toBeVisible();
  await expect(visitor.getByRole("main").getByRole("link", { name: `@${alice.username}` }).first()).toBeVisible();
  const bobs = await open(bob, `/lists/${secret}`);
  await expect(bobs.getByText("Nothing here")).toBeVisible();
  await bobs.goto(`/lists/${shown}/members`);
  await expect(bobs.getByRole("main").getByRole("article")).toHaveCount(1);
  await expect(bobs.getByRole("button", { name: /^Remove/ })).toHaveCount(0);
});
