import { expect } from "@playwright/test";
import { expectAccessible } from "./axe";
import { test, tweetOf } from "./cast";

test("a muted word is hidden from home until it is removed, and a profile shows it", async ({ open, alice, bob }) => {
  await alice.api.call("PUT", `/users/${bob.id}/follow`);
  await bob.api.post("The FINALÉ was great.");
  await bob.api.post("I baked bread.");
  const page = await open(alice, "/");
  await expect(tweetOf(page, "The FINALÉ")).toHaveCount(1);
  await tweetOf(page, "The FINALÉ").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Mute words" }).click();
  await expect(page).toHaveURL("/settings/words");
  await expectAccessible(page, "no muted words");

  await page.getByRole("button", { name: "Mute", exact: true }).click();
  await expect(page.getByLabel("Word, phrase or hashtag")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Word, phrase or hashtag").fill("finale");
  await page.getByLabel("How long").selectOption("A week");
  await page.getByLabel("Word, phrase or hashtag").press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: "finale" })).toContainText("Everywhere, until");
  await expectAccessible(page, "a muted word");

  await page.getByRole("link", { name: "Home" }).first().click();
  await expect(tweetOf(page, "I baked bread.")).toHaveCount(1);
  await expect(tweetOf(page, "The FINALÉ")).toHaveCount(0);
  await bob.api.post("Another finale tomorrow!");
  await bob.api.post("More bread.");
  await page.getByRole("button", { name: "Show 1 new tweet" }).click();
  await expect(tweetOf(page, "More bread.")).toHaveCount(1);
  await expect(tweetOf(page, "Another finale")).toHaveCount(0);
  await page.goto(`/@${bob.username}`);
  await expect(tweetOf(page, "Another finale")).toHaveCount(1);

  await page.goto("/settings/words");
  await page.getByRole("button", { name: "Remove: finale" }).click();
  await expect(page.getByText("None.")).toBeVisible();
  await page.getByRole("link", { name: "Home" }).first().click();
  await expect(tweetOf(page, "The FINALÉ")).toHaveCount(1);
});
