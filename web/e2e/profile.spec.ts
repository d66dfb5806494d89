import { expect } from "@playwright/test";
import { test, tweetOf } from "./cast";

test("one follows and unfollows, and both sides' lists tell", async ({ open, alice, bob }) => {
  const page = await open(alice, `/@${bob.username}`);
  await page.getByRole("button", { name: `Follow @${bob.username}` }).click();
  await expect(page.getByRole("button", { name: `Unfollow @${bob.username}` })).toBeVisible();
  await page.getByRole("link", { name: "1 follower" }).first().click();
  await expect(page.getByRole("article", { name: "Alice" })).toBeVisible();
  await page.goBack();
  await page.getByRole("button", { name: `Unfollow @${bob.username}` }).click();
  await expect(page.getByRole("button", { name: `Follow @${bob.username}` })).toBeVisible();
});

test("one edits one's profile, and an error is told at its field", async ({ open, alice }) => {
  const page = await open(alice, `/@${alice.username}`);
  await page.getByRole("button", { name: "Edit profile" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Alice Moreau");
  await dialog.getByLabel("About you").fill("Bread and bicycles.");
  await dialog.getByLabel("Link").fill("not an address");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByLabel("Link")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Link").fill("https://example.org/alice");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: "Alice Moreau" })).toBeVisible();
  await expect(page.getByText("Bread and bicycles.").first()).toBeVisible();
});

test("one mutes and blocks, and takes it back in the settings", async ({ open, alice, bob }) => {
  await bob.api.post("Can you hear me?");
  const page = await open(alice, `/@${bob.username}`);
  const more = page.getByRole("button", { name: `More about @${bob.username}` });
  await more.click();
  await page.getByRole("menuitem", { name: /^Mute/ }).click();
  await expect(page.getByText("muted", { exact: true })).toBeVisible();
  await more.click();
  await page.getByRole("menuitem", { name: /^Block/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Block" }).click();
  await expect(page.getByText(`You block @${bob.username}`)).toBeVisible();
  await expect(tweetOf(page, "Can you hear me?")).toHaveCount(0);

  await page.getByRole("link", { name: "Settings" }).click();
  for (const [tab, verb] of [["Blocked", "Unblock"], ["Muted", "Unmute"]] as const) {
    await page.getByRole("link", { name: tab }).click();
    await page.getByRole("button", { name: `${verb} @${bob.username}` }).click();
    await expect(page.getByRole("button", { name: `${verb.slice(2, 3).toUpperCase()}${verb.slice(3)} @${bob.username}` })).toBeVisible();
  }
});

test("the parts of a profile have their tweets", async ({ open, alice, bob }) => {
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
