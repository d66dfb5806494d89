import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { test, tweetOf } from "./cast";

const menuOf = (page: Page, text: string) => tweetOf(page, text).getByRole("button", { name: "More" });

test("a tweet is edited with the keyboard, and changes wherever it is shown", async ({ open, alice, bob }) => {
  await bob.api.follow(alice);
  const id = await alice.api.post("Good mornign, roost.");
  await bob.api.post("Good morning!", { reply_to_id: id });
  const page = await open(alice);
  const bobs = await open(bob);
  await expect(tweetOf(bobs, "Good mornign, roost.").first()).toBeVisible();

  await menuOf(page, "Good mornign, roost.").first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Edit" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Edit tweet" });
  const field = dialog.getByRole("textbox", { name: "Text of the tweet" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("Good mornign, roost.");
  await expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  await field.fill("Good morning, roost. #coffee");
  await expectAccessible(page, "a tweet being edited");
  await field.press("Control+Enter");
  await expect(dialog).toBeHidden();
  const own = tweetOf(page, "Good morning, roost.").first();
  await expect(own.getByRole("button", { name: "Edited" })).toBeVisible();
  await expectAccessible(page, "an edited tweet");

  const shown = tweetOf(bobs, "Good morning, roost.").first();
  await expect(shown.getByRole("link", { name: "#coffee" })).toBeVisible();
  await shown.getByRole("button", { name: "Edited" }).focus();
  await bobs.keyboard.press("Enter");
  const history = bobs.getByRole("dialog", { name: "Edit history" });
  await expect(history.getByRole("listitem")).toHaveText([/Original.*Good mornign, roost\./, /Current version.*Good morning, roost\. #coffee/]);
  await expectAccessible(bobs, "versions of a tweet");
  await bobs.keyboard.press("Escape");
  await expect(history).toBeHidden();

  await bobs.goto("/notifications");
  const told = bobs.getByRole("article", { name: /edited a tweet you replied to or quoted/ });
  await expect(told).toHaveCount(1);
  await expect(told).toContainText("Good morning, roost. #coffee");
  await expectAccessible(bobs, "a notification of an edit");
});

test("what was changed is not lost by accident, and a rejected edit says why", async ({ open, alice, bob }) => {
  const poll = { options: ["Tea", "Coffee"], duration_seconds: 3_600 };
  const id = await alice.api.post("What shal we drink?", { poll });
  const page = await open(alice, `/tweet/${id}`);
  await page.locator(".focused").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  const field = page.getByRole("textbox", { name: "Text of the tweet" });
  await field.fill("What shall we drink?");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Discard your changes?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("What shall we drink?");
  await bob.api.call("POST", `/polls/${id}/votes`, { choice: 0 });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "its poll has votes" })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(field).toBeHidden();
  await page.reload();
  await expect(page.locator(".focused")).toContainText("What shal we drink?");
  await page.locator(".focused").getByRole("button", { name: "More" }).click();
  await expect(page.getByRole("menuitem", { name: "Delete" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Edit" })).toHaveCount(0);
});

test("visitors see that a tweet was edited, and what it said", async ({ visit, alice }) => {
  const id = await alice.api.post("First.");
  await alice.api.call("PATCH", `/tweets/${id}`, { content: "Second.", content_warning: "numbers" });
  const page = await visit(`/tweet/${id}`);
  await page.getByRole("button", { name: "Edited" }).click();
  const versions = page.getByRole("dialog", { name: "Edit history" }).getByRole("listitem");
  await expect(versions).toHaveText([/Original.*First\./, /Current version.*numbers.*Second\./]);
});
