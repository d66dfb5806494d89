import { expect } from "@playwright/test";
import { expectAccessible } from "./axe";
import { test } from "./cast";
import { clip, fourPictures, one } from "./pictures";
import { composer, entryOf, expectAtEnd, messageOf, pairOf, say, sayMany, send } from "./talk";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

test("everything by keyboard: to the page, a new message, the list, the messages and their tools", async ({ open, alice, bob, carol }) => {
  await bob.api.follow(alice);
  const withCarol = await pairOf(alice, carol);
  await say(carol, withCarol, "Hi from Carol.");
  const page = await open(alice);
  const keys = page.keyboard;
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await keys.press("g");
  await keys.press("m");
  await expect(page.getByRole("heading", { level: 1, name: "Messages" })).toBeVisible();
  await keys.press("m");
  await expect(page.getByRole("dialog", { name: "New message" }).getByRole("combobox", { name: "To" })).toBeFocused();
  await keys.type(bob.username);
  await expect(page.getByRole("option").filter({ hasText: bob.username })).toBeVisible();
  await keys.press("Enter");
  await expect(page.getByRole("button", { name: "Remove Bob" })).toBeVisible();
  await keys.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Bob" })).toBeVisible();
  await expect(composer(page)).toBeFocused();
  await keys.type("No mouse was used.");
  await keys.press("Enter");
  await expect(messageOf(page, "No mouse was used.")).toContainText("Sent");
  await say(bob, await pairOf(alice, bob), "None at all?");
  await expect(messageOf(page, "None at all?")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Bob: None at all?" })).toBeAttached();

  // Out of the field to the list, and to another conversation.
  await keys.press("Escape");
  await expect(entryOf(page, "Bob")).toBeFocused();
  await keys.press("ArrowDown");
  await expect(entryOf(page, "Carol")).toBeFocused();
  await keys.press("ArrowUp");
  await keys.press("Enter");
  await expect(entryOf(page, "Bob")).toHaveAttribute("aria-current", "page");

  // From the head into the messages: the newest first, then up.
  await page.getByRole("button", { name: "Conversation options" }).focus();
  await keys.press("Tab");
  await expect(messageOf(page, "None at all?")).toBeFocused();
  await keys.press("ArrowUp");
  await expect(messageOf(page, "No mouse was used.").first()).toBeFocused();
  await keys.press("ArrowDown");
  await keys.press("e");
  const emoji = page.getByRole("dialog", { name: "Emoji" });
  await expect(emoji).toBeVisible();
  await expectAccessible(page, "the choice of emoji");
  await keys.press("ArrowRight");
  await keys.press("Enter");
  await expect(messageOf(page, "None at all?").getByRole("button", { name: "👍 1: You" })).toBeVisible();
  await expect(emoji).toBeHidden();
  await messageOf(page, "None at all?").focus();
  await keys.press("r");
  await expect(page.getByText("Replying to Bob")).toBeVisible();
  await expect(composer(page)).toBeFocused();
  await keys.press("Escape");
  await expect(page.getByText("Replying to Bob")).toHaveCount(0);
  await expect(composer(page)).toBeFocused();
  await messageOf(page, "No mouse was used.").first().focus();
  await keys.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Copy text" })).toBeFocused();
  await keys.press("ArrowDown");
  await keys.press("Enter");
  await expect(page.getByRole("dialog", { name: "Delete this message for you?" })).toBeVisible();
  await keys.press("Escape");
  await expect(messageOf(page, "No mouse was used.").first()).toBeVisible();
});

test("on a phone the list and the conversation come one after the other", async ({ open, alice, bob }) => {
  const id = await pairOf(alice, bob);
  await sayMany(bob, id, 40);
  const page = await open(alice, "/messages", phone);
  await expectAccessible(page, "the list on a phone");
  await entryOf(page, "Bob").tap();
  await expect(page.getByRole("heading", { level: 1, name: "Bob" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Conversations" })).toBeHidden();
  await page.getByRole("button", { name: /^Jump to newest/ }).tap();
  await expectAtEnd(page);
  await expect(composer(page)).not.toBeFocused();
  await composer(page).fill("Line one");
  await composer(page).press("Enter");
  await composer(page).pressSequentially("Line two");
  await expect(composer(page)).toHaveValue("Line one\nLine two");
  await page.getByRole("button", { name: "Send", exact: true }).tap();
  await expect(messageOf(page, "Line two")).toContainText("Sent");
  await expectAccessible(page, "a conversation on a phone");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: "Back" }).tap();
  await expect(entryOf(page, "Bob")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Messages" })).toBeVisible();
});

test("pictures and videos are chosen, pasted and dropped, and only the two see them", async ({ open, alice, bob, carol }) => {
  test.slow();
  const id = await pairOf(alice, bob);
  const page = await open(alice, `/messages/${id}`);
  const input = page.getByRole("form", { name: "New message" }).locator("input[type=file]");
  await input.setInputFiles([one]);
  const attached = page.getByRole("list", { name: "Attached files" }).getByRole("listitem");
  await expect(attached).toHaveCount(1);
  await page.getByRole("button", { name: /^Add description/ }).click();
  await page.getByLabel("What does it show?").fill("A wall in the evening.");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  for (const [type, file] of [["paste", fourPictures[0]], ["drop", fourPictures[2]]] as const) {
    await composer(page).evaluate(
      (element, { type, name, data }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], name, { type: "image/png" }));
        const init = { bubbles: true, cancelable: true };
        element.dispatchEvent(type === "paste" ? new ClipboardEvent("paste", { ...init, clipboardData: transfer }) : new DragEvent("drop", { ...init, dataTransfer: transfer }));
      },
      { type, name: file?.name ?? "", data: file?.buffer.toString("base64") ?? "" },
    );
  }
  await expect(attached).toHaveCount(3);
  await send(page, "Three views.");
  await expect(messageOf(page, "Three views.").locator(".media-cell")).toHaveCount(3);
  await expect(messageOf(page, "Three views.")).toContainText("Sent");
  const bobs = await open(bob, `/messages/${id}`);
  const picture = bobs.getByRole("img", { name: "A wall in the evening." });
  await expect.poll(() => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  const url = await picture.evaluate((element) => (element as HTMLImageElement).currentSrc);
  const bare = url.split("?")[0] ?? "";
  const carols = await open(carol);
  expect((await carols.request.get(bare)).ok()).toBe(false);
  await picture.click();
  await expect(bobs.getByRole("dialog", { name: "Pictures" })).toBeVisible();
  await bobs.keyboard.press("Escape");
  await expect(entryOf(bobs, "Alice")).toContainText("Three views.");

  await input.setInputFiles([await clip("clip.mp4", "mp4")]);
  await expect(page.locator(".attachment-ready")).toHaveCount(1, { timeout: 60_000 });
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(bobs.locator(".message-scroller video")).toHaveCount(1, { timeout: 60_000 });
  await expect(entryOf(bobs, "Alice")).toContainText("Video");
});

test("an expired picture is asked for again", async ({ open, alice, bob }) => {
  const id = await pairOf(alice, bob);
  const mediaId = await bob.api.upload(one, "message", "A wall.");
  await say(bob, id, "Look.", { media_ids: [mediaId] });
  const page = await open(alice, "about:blank");
  let isExpired = true;
  const isFile = (url: URL) => !url.pathname.startsWith("/api") && url.pathname.includes("media");
  await page.route(isFile, (route) => (isExpired ? route.fulfill({ status: 403 }) : route.continue()));
  const reload = page.waitForRequest((request) => request.url().includes("around="));
  await page.goto(`/messages/${id}`);
  await reload;
  isExpired = false;
  await expect(messageOf(page, "Look.")).toBeVisible();
});

test("long words, 10,000 characters, right-to-left text and large emoji stay within the page", async ({ open, alice, bob }) => {
  const id = await pairOf(alice, bob);
  await say(bob, id, "x".repeat(400));
  await say(bob, id, "مرحبا، هل رأيت اللقلق؟");
  await say(bob, id, "word ".repeat(1_999));
  await say(bob, id, "🎉");
  const page = await open(alice, `/messages/${id}`, phone);
  await expect(messageOf(page, "🎉")).toBeVisible();
  await messageOf(page, "word").getByRole("button", { name: "Show more" }).tap();
  await expect(messageOf(page, "word").getByRole("button", { name: "Show less" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await messageOf(page, "مرحبا").locator("p").first().evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  await composer(page).fill("y".repeat(10_001));
  await expect(page.getByText("1 characters too long")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send", exact: true })).toBeDisabled();
});
