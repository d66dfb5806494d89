import { expect } from "@playwright/test";
import { expectAccessible } from "./axe";
import { logIn, PASSWORD, test, tweetOf } from "./cast";
import { makeWorld, settled } from "./world";

test("member pages pass axe, light and dark", async ({ open, alice, bob, carol, dave }) => {
  test.slow();
  const { pages } = await makeWorld({ alice, bob, carol, dave });
  const page = await open(alice, "/login");
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await settled(page);
    await expectAccessible(page, name);
  }
});

test("visitor pages pass axe", async ({ visit, alice, bob, carol, dave }) => {
  test.slow();
  const { visitorPages } = await makeWorld({ alice, bob, carol, dave });
  const page = await visit("/login");
  for (const [name, path] of Object.entries(visitorPages)) {
    await page.goto(path);
    await settled(page);
    await expectAccessible(page, `visitor's ${name}`);
  }
});

test("forms that show errors pass axe", async ({ visit, alice }) => {
  const page = await visit("/login");
  await page.getByLabel("Username or email address").fill(alice.username);
  await page.getByLabel("Password").fill("not it at all");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "log-in refused");

  await page.goto("/signup");
  await page.getByLabel("Username").fill(alice.username);
  await page.getByLabel("Email address").fill(`else_${alice.username}@example.org`);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "sign-up refused");
});

test("dialogs and menus pass axe", async ({ open, alice, bob, carol, dave }) => {
  test.slow();
  await makeWorld({ alice, bob, carol, dave });
  const page = await open(alice);
  await settled(page);
  for (const [key, name] of [["n", "New tweet"], ["?", "Keyboard shortcuts"]] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog", { name })).toBeVisible();
    await expectAccessible(page, name);
    await page.keyboard.press("Escape");
  }
  const tweet = tweetOf(page, "Look at this.");
  await tweet.getByRole("button", { name: /^Retweet/ }).click();
  await expectAccessible(page, "retweet menu");
  await page.keyboard.press("Escape");
  await tweet.getByRole("button", { name: "More" }).click();
  await expectAccessible(page, "tweet's menu");
  await page.getByRole("menuitem", { name: /^Mute @/ }).click();
  await expectAccessible(page, "choice of a mute's length");
  await page.keyboard.press("Escape");
  await tweet.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: /^Block/ }).click();
  await expectAccessible(page, "question before a block");

  await page.goto(`/@${alice.username}`);
  await page.getByRole("button", { name: "Edit profile" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "edit profile");
});

test("the operator's page passes axe", async ({ visit }) => {
  const page = await visit("/login");
  await logIn(page.context(), "alice", "roost-demo");
  await page.goto("/ops");
  await expect(page.getByText(/^Up for/)).toBeVisible();
  await expectAccessible(page, "operations");
});

test("toasts, the new-tweets pill and the lost-connection notice pass axe", async ({ open, alice, bob }) => {
  await alice.api.follow(bob);
  const page = await open(alice);
  await settled(page);
  await bob.api.post("Something new.");
  await expect(page.getByRole("button", { name: "Show 1 new tweet" })).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText("You're offline.")).toBeVisible();
  await page.getByLabel("What's on your mind?").fill("Into the wind");
  await page.getByRole("button", { name: "Post", exact: true }).click();
  // Under the pointer it does not go by itself.
  await page.getByText(/^Not posted\./).hover();
  await expectAccessible(page, "news in passing");
});
