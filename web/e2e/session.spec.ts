import { expect } from "@playwright/test";
import { PASSWORD, test, tweetOf } from "./cast";

test("a visitor signs up and logs out", async ({ visit }) => {
  const page = await visit("/");
  await page.getByRole("link", { name: "Create account" }).click();
  const username = `zoe_${Date.now().toString(36)}`;
  await page.getByLabel("Name", { exact: true }).fill("Zoe Marsh");
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Email address").fill(`${username}@example.org`);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Follow a few people" })).toBeVisible();
  await page.getByRole("button", { name: "Skip" }).click();
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  await expect(page.getByText("Your timeline is empty")).toBeVisible();
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page.getByRole("link", { name: "Create account" })).toBeVisible();
});

test("sign-up errors appear at their fields", async ({ visit, alice }) => {
  const page = await visit("/signup");
  await page.getByLabel("Username").fill(alice.username);
  await page.getByLabel("Email address").fill(`else_${alice.username}@example.org`);
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create account" }).click();
  const password = page.getByLabel("Password");
  await expect(password).toHaveAttribute("aria-invalid", "true");
  await expect(password).toBeFocused();
  await expect(password).toHaveAccessibleDescription(/8 to 128/);

  await password.fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByLabel("Username")).toHaveAccessibleDescription(/already/);
});

test("a wrong password is rejected, and the right one leads to the requested page", async ({ visit, alice }) => {
  const page = await visit("/bookmarks");
  await page.getByLabel("Username or email address").fill(alice.username);
  await page.getByLabel("Password").fill("not it at all");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("alert")).toContainText(/password/i);

  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bookmarks" })).toBeVisible();
});

test("a session revoked elsewhere ends at once", async ({ open, alice }) => {
  const here = await open(alice);
  await expect(here.getByRole("heading", { name: "Home" })).toBeVisible();
  const there = await open(alice, "/settings/security");
  await expect(there.getByText("This device")).toBeVisible();
  const others = there.getByRole("button", { name: /Log out Unknown device|Log out .* on / });
  // The session of the test's own requests is among them; all are ended.
  while ((await others.count()) > 0) {
    const before = await others.count();
    await others.first().click();
    await expect(others).toHaveCount(before - 1);
  }
  await expect(here.getByText("You have been logged out. Log in to go on.")).toBeVisible();
});

test("B9: a user who was logged out elsewhere continues on the same page, with their draft", async ({ open, alice }) => {
  const id = await alice.api.post("In the middle of something.");
  const page = await open(alice, `/tweet/${id}`);
  await page.getByLabel("Write your reply").fill("Half a though");
  await alice.api.call("DELETE", "/sessions");
  await expect(page.getByText("You have been logged out. Log in to go on.")).toBeVisible();
  await expect(page).toHaveURL(`/tweet/${id}`);
  await page.getByLabel("Username or email address").fill(alice.username);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await expect(page.getByLabel("Write your reply")).toHaveValue("Half a though");
});

test("a visitor reads profiles and tweets, and is asked to log in for more", async ({ visit, alice }) => {
  const id = await alice.api.post("Hello to whoever passes by.");
  const page = await visit(`/@${alice.username}`);
  await expect(page.getByRole("heading", { level: 1, name: "Alice" })).toBeVisible();
  await page.getByText("Hello to whoever passes by.").click();
  await expect(page).toHaveURL(`/tweet/${id}`);
  await page.getByRole("button", { name: /^Like/ }).click();
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL("/login");
  await page.getByLabel("Username or email address").fill(alice.username);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL(`/tweet/${id}`);
  await expect(page.getByRole("button", { name: /^Like/ })).toBeVisible();
});

test("a visitor sees that an address does not exist, and one that needs an account leads to the log-in", async ({ visit }) => {
  const page = await visit("/nowhere");
  await expect(page.getByText("There is no page at this address.")).toBeVisible();
  for (const path of ["/notifications", "/settings/muted", "/ops"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: "Log in" })).toBeVisible();
  }
});

test("an expired session opens the visitor's page, and is checked once", async ({ open, alice }) => {
  const page = await open(alice, "about:blank");
  const sessions = await alice.api.call<{ id: string; current: boolean }[]>("GET", "/sessions");
  for (const { id } of sessions.filter(({ current }) => !current)) await alice.api.call("DELETE", `/sessions/${id}`);
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/users/me")) asked++;
  });
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Create account" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("link", { name: "Create account" })).toBeVisible();
  expect(asked).toBe(1);
});

test("a newcomer opens a profile by username and follows it", async ({ open, alice, bob }) => {
  await bob.api.post("Welcome in.");
  const page = await open(alice);
  await page.getByRole("textbox", { name: "Username" }).fill(`@${bob.username}`);
  await page.getByRole("button", { name: "Go", exact: true }).click();
  await page.getByRole("button", { name: `Follow @${bob.username}` }).click();
  await expect(page.getByRole("button", { name: `Following @${bob.username}` })).toBeVisible();
  await page.getByRole("link", { name: "Home" }).click();
  await expect(tweetOf(page, "Welcome in.")).toBeVisible();
});

test("changing the password needs the current one and logs out everywhere else", async ({ open, alice, visit }) => {
  const here = await open(alice, "/settings/security");
  const there = await open(alice);
  await expect(there.getByRole("heading", { name: "Home" })).toBeVisible();

  await here.getByLabel("Current password").fill("a mere guess");
  await here.getByLabel("New password").fill("brand new and long");
  await here.getByRole("button", { name: "Change password" }).click();
  await expect(here.getByLabel("Current password")).toHaveAccessibleDescription(/wrong/);
  await expect(here.getByLabel("Current password")).toBeFocused();

  await here.getByLabel("Current password").fill(PASSWORD);
  await here.getByRole("button", { name: "Change password" }).click();
  await expect(here.getByText("Password changed")).toBeVisible();
  await expect(here.getByLabel("Current password")).toHaveValue("");
  await expect(here.getByRole("button", { name: /^Log out .+ on / })).toHaveCount(0);
  await expect(there.getByText("You have been logged out. Log in to go on.")).toBeVisible();

  const page = await visit("/login");
  await page.getByLabel("Username or email address").fill(alice.username);
  await page.getByLabel("Password").fill("brand new and long");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
});

test("a user logs out of all other sessions", async ({ open, alice }) => {
  const there = await open(alice);
  await expect(there.getByRole("heading", { name: "Home" })).toBeVisible();
  const here = await open(alice, "/settings/security");
  await here.getByRole("button", { name: "Log out everywhere else" }).click();
  await expect(here.getByText("This device")).toBeVisible();
  await expect(here.getByRole("button", { name: "Log out everywhere else" })).toHaveCount(0);
  await expect(there.getByText("You have been logged out. Log in to go on.")).toBeVisible();
});

test("a return address that looks like another host's is ignored at the log-in", async ({ visit, alice }) => {
  const page = await visit("/login");
  await page.goto(new URL(page.url()).origin + "//evil.example/");
  await page.getByRole("link", { name: "Log in" }).first().click();
  await page.getByLabel("Username or email address").fill(alice.username);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  await expect(page).toHaveURL("/");
});
