import { expect } from "@playwright/test";
import { PASSWORD, test, tweetOf } from "./cast";

test("a complete visit by keyboard alone", async ({ visit, alice, bob }) => {
  await alice.api.follow(bob);
  await bob.api.post("Older.");
  await bob.api.post("Newer.");
  const page = await visit("/login");
  const keys = page.keyboard;
  const typed = async (text: string) => keys.type(text);

  // In.
  await page.getByLabel("Username or email address").focus();
  await typed(alice.username);
  await keys.press("Tab");
  await typed(PASSWORD);
  await keys.press("Enter");
  await expect(tweetOf(page, "Newer.")).toBeVisible();

  // Down to the second tweet and up again; like, bookmark, retweet.
  await keys.press("j");
  await expect(tweetOf(page, "Newer.")).toBeFocused();
  await keys.press("j");
  await expect(tweetOf(page, "Older.")).toBeFocused();
  await keys.press("k");
  await expect(tweetOf(page, "Newer.")).toBeFocused();
  await keys.press("l");
  await expect(tweetOf(page, "Newer.").getByRole("button", { name: "Like, 1 like" })).toBeVisible();
  await keys.press("b");
  await expect(tweetOf(page, "Newer.").getByRole("button", { name: "Bookmark" })).toHaveAttribute("aria-pressed", "true");
  await keys.press("t");
  await expect(tweetOf(page, "Newer.").getByRole("button", { name: "Retweeted, 1 retweet" }).first()).toBeVisible();

  // A reply in a window that keeps the focus and gives it back.
  await keys.press("r");
  await expect(page.getByRole("dialog").getByLabel("Write your reply")).toBeFocused();
  await keys.press("Escape");
  await expect(tweetOf(page, "Newer.").last()).toBeFocused();
  await keys.press("r");
  await typed("Seen.");
  await keys.press("Control+Enter");
  await expect(page.getByRole("dialog")).toBeHidden();

  // Open it, and back.
  await keys.press("Enter");
  await expect(page.getByRole("heading", { name: "Conversation" })).toBeVisible();
  await expect(tweetOf(page, "Seen.")).toBeVisible();
  await keys.press("Tab");
  await expect(page.getByRole("button", { name: "Back" })).toBeFocused();
  await keys.press("Enter");
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();

  // A new tweet, the list of keys, and to every page.
  await keys.press("n");
  await typed("No mouse was used.");
  await keys.press("Control+Enter");
  await expect(tweetOf(page, "No mouse was used.")).toBeVisible();
  await keys.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await keys.press("Escape");
  for (const [key, title] of [["n", "Notifications"], ["b", "Bookmarks"], ["s", "Settings"], ["p", "Alice"], ["h", "Home"]] as const) {
    await keys.press("g");
    await keys.press(key);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  }

  // The first stop of Tab leads past everything that is on each page.
  await page.reload();
  await expect(tweetOf(page, "No mouse was used.")).toBeVisible();
  await keys.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await keys.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
});

test("B17: keys reach every notification, return to the opened tweet, and move in menus", async ({ open, alice, bob }) => {
  const id = await alice.api.post("Notice this.");
  await bob.api.call("PUT", `/tweets/${id}/like`);
  await bob.api.follow(alice);
  await bob.api.post("I did.", { reply_to_id: id });
  const page = await open(alice, "/notifications");
  const keys = page.keyboard;
  await expect(page.getByText("Bob liked your tweet")).toBeVisible();
  await expect(page.getByText("Bob followed you")).toBeVisible();
  const focused = page.locator("article:focus");
  const seen = [];
  for (let row = 0; row < 3; row++) {
    await keys.press("j");
    seen.push(await focused.getAttribute("aria-label"));
  }
  expect(seen.map((label) => label?.replace("New: ", "")).sort()).toEqual(["Bob followed you", "Bob liked your tweet", "Bob replied to you"]);

  await keys.press("g");
  await keys.press("h");
  await expect(tweetOf(page, "Notice this.")).toBeVisible();
  await keys.press("j");
  await expect(tweetOf(page, "Notice this.")).toBeFocused();
  await keys.press("Enter");
  await expect(page).toHaveURL(`/tweet/${id}`);
  await page.goBack();
  await expect(tweetOf(page, "Notice this.")).toBeFocused();

  await page.goto(`/@${bob.username}/replies`);
  await tweetOf(page, "I did.").getByRole("button", { name: "More" }).focus();
  await keys.press("Enter");
  const mute = page.getByRole("menuitem", { name: /^Mute @/ });
  await expect(mute).toBeVisible();
  await mute.focus();
  await keys.press("ArrowRight");
  await expect(page.getByRole("menuitem", { name: "For 8 hours" })).toBeFocused();
  await keys.press("ArrowLeft");
  await expect(mute).toBeVisible();
});

test("B17: the list of shortcuts names the keys that post and close", async ({ open, alice }) => {
  const page = await open(alice);
  await expect(page.getByLabel("What's on your mind?")).toBeVisible();
  await page.keyboard.press("?");
  const list = page.getByRole("dialog");
  await expect(list).toContainText(/Esc\s*Close a dialog or menu|Close a dialog or menu\s*Esc/);
  await expect(list).toContainText(/Ctrl\s*\+?\s*Enter\s*Post what you wrote|Post what you wrote\s*Ctrl\s*\+?\s*Enter/);
});

test("B17: Ctrl+Enter does not post while an input method is composing", async ({ open, alice }) => {
  const page = await open(alice);
  const field = page.getByLabel("What's on your mind?");
  await field.fill("かな");
  await field.evaluate((element) => {
    element.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, isComposing: true, bubbles: true, cancelable: true }));
  });
  await page.waitForTimeout(300);
  await expect(field).toHaveValue("かな");
});
