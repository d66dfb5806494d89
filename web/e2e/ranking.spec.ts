import { expect } from "@playwright/test";
import { expectAccessible } from "./axe";
import { test, tweetOf } from "./cast";

test("the order of Home is chosen at its top, explained, and kept (D6)", async ({ open, alice, bob, carol }) => {
  for (const member of [bob, carol]) await member.api.follow(alice);
  const liked = await alice.api.post("Many people like this.");
  await alice.api.post("This is newer.");
  await carol.api.call("PUT", `/tweets/${liked}/like`);
  const page = await open(bob);
  const tweets = page.locator("article[data-tweet]");
  await expect(tweets.first()).toContainText("This is newer.");

  await page.getByRole("button", { name: "Order: Latest first" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(tweets.first()).toContainText("Many people like this.");
  await expectAccessible(page, "Home, top first");

  await tweetOf(page, "Many people like this.").getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Why am I seeing this?" }).click();
  const dialog = page.getByRole("dialog", { name: "Why am I seeing this?" });
  await expect(dialog.getByRole("row", { name: /viewers are expected to like it/ })).toBeVisible();
  await expect(dialog.getByRole("row", { name: /^Score/ })).toBeVisible();
  await expectAccessible(page, "an explanation");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await page.reload();
  await expect(page.getByRole("button", { name: "Order: Top tweets first" })).toBeVisible();
  await expect(tweets.first()).toContainText("Many people like this.");
});

test("what one asks for more or less of is listed in the settings, and can be taken back (D6)", async ({ open, alice, bob }) => {
  await bob.api.follow(alice);
  await alice.api.post("Again about my cat.");
  const page = await open(bob);
  await tweetOf(page, "Again about my cat.").getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Show more or less" }).click();
  await page.getByRole("menuitem", { name: "Less like this" }).click();
  await expect(page.getByText("You will see less like this.")).toBeVisible();

  await page.goto("/settings/home");
  const less = `Less like a tweet of @${alice.username}`;
  await expect(page.getByRole("link", { name: less })).toBeVisible();
  await expectAccessible(page, "the settings of Home");
  await page.getByRole("button", { name: `Remove: ${less}` }).click();
  await expect(page.getByText("Nothing yet.")).toBeVisible();
  await page.getByRole("switch", { name: /Remember what I have seen/ }).uncheck();
  await page.reload();
  await expect(page.getByRole("switch", { name: /Remember what I have seen/ })).not.toBeChecked();
});
