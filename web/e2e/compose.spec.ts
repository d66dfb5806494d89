import { expect } from "@playwright/test";
import { logIn, PASSWORD, test, tweetOf } from "./cast";

test("the counter shows the weighted length, and a text that is too long cannot be posted", async ({ open, alice }) => {
  const page = await open(alice);
  const field = page.getByLabel("What's on your mind?");
  const post = page.getByRole("button", { name: "Post", exact: true });
  await expect(post).toBeDisabled();
  await field.fill("鳥".repeat(135));
  await expect(page.getByText("10 characters left")).toBeVisible();
  await expect(post).toBeEnabled();
  await field.fill("鳥".repeat(141));
  await expect(page.getByText("-2 characters too many")).toBeVisible();
  await expect(post).toBeDisabled();
});

test("a draft survives a reload and is removed once posted", async ({ open, alice }) => {
  const page = await open(alice);
  const field = page.getByLabel("What's on your mind?");
  await field.fill("To be continued");
  await page.reload();
  await expect(field).toHaveValue("To be continued");
  await field.press("Control+Enter");
  await expect(tweetOf(page, "To be continued")).toBeVisible();
  await page.reload();
  await expect(tweetOf(page, "To be continued")).toBeVisible();
  await expect(field).toHaveValue("");
});

test("a failed post becomes a draft again, and two attempts post one tweet", async ({ open, alice }) => {
  const page = await open(alice);
  await page.route("**/api/roost/v1/tweets", (route) => route.abort());
  await page.getByLabel("What's on your mind?").fill("Against the wind");
  await page.getByRole("button", { name: "Post", exact: true }).click();
  await expect(page.getByText(/^Not posted\./)).toBeVisible();
  await page.unroute("**/api/roost/v1/tweets");
  await page.getByRole("button", { name: "Edit" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("What's on your mind?")).toHaveValue("Against the wind");
  await dialog.getByRole("button", { name: "Post" }).click();
  await expect(tweetOf(page, "Against the wind")).toHaveCount(1);
});

test("everything works without TLS, where browsers withhold some APIs", async ({ open, alice }) => {
  const page = await open(alice, "about:blank");
  await page.addInitScript(() => {
    Object.defineProperty(Crypto.prototype, "randomUUID", { value: undefined });
  });
  await page.goto("/");
  await page.getByLabel("What's on your mind?").fill("By plain HTTP.");
  await page.getByRole("button", { name: "Post", exact: true }).click();
  await expect(tweetOf(page, "By plain HTTP.")).toBeVisible();
  await page.getByRole("link", { name: "Bookmarks" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bookmarks" })).toBeVisible();
});

test("leaving the page closes a dialog and keeps its draft", async ({ open, alice, bob }) => {
  const id = await bob.api.post("Ask me.");
  const page = await open(alice, `/@${bob.username}`);
  await tweetOf(page, "Ask me.").getByRole("button", { name: /^Reply/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Write your reply").fill("How is the");
  await dialog.locator(".quoted-time").click();
  await expect(page).toHaveURL(`/tweet/${id}`);
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel("Write your reply")).toHaveValue("How is the");
});

test("B2: a draft belongs to the user who wrote it", async ({ open, alice, bob }) => {
  const page = await open(alice);
  await page.getByLabel("What's on your mind?").fill("PRIVATE words of Alice");
  await alice.api.call("DELETE", "/sessions");
  await expect(page.getByText("You have been logged out.")).toBeVisible();
  await logIn(page.context(), bob.username, PASSWORD);
  await page.goto("/");
  await expect(page.getByLabel("What's on your mind?")).toHaveValue("");
  await page.goto("about:blank"); // the log-in ends the session of the page
  await logIn(page.context(), alice.username, PASSWORD);
  await page.goto("/");
  await expect(page.getByLabel("What's on your mind?")).toHaveValue("PRIVATE words of Alice");
});

test("B11: Back closes the composer and stays on the page", async ({ open, alice }) => {
  const page = await open(alice, "/", { viewport: { width: 390, height: 844 } });
  await page.getByRole("link", { name: /^Notifications/ }).click();
  await page.getByRole("button", { name: "New tweet" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("Half a thought");
  await page.goBack();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).toHaveURL("/notifications");
  await page.getByRole("button", { name: "New tweet" }).click();
  await expect(page.getByRole("dialog").getByRole("textbox")).toHaveValue("Half a thought");
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL("/");
});

test("B12: an edited profile is not discarded by accident", async ({ open, alice }) => {
  const page = await open(alice, "/bookmarks");
  await page.getByRole("link", { name: "Profile", exact: true }).click();
  await page.getByRole("button", { name: "Edit profile" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit profile" });
  const question = page.getByRole("dialog", { name: "Discard your changes?" });
  await dialog.getByLabel("Bio").fill("Many words.");
  for (const leave of [() => page.mouse.click(5, 5), () => page.keyboard.press("Escape"), () => page.goBack()]) {
    await leave();
    await question.getByRole("button", { name: "Cancel" }).click();
    await expect(question).toBeHidden();
    await expect(dialog.getByLabel("Bio")).toHaveValue("Many words.");
  }
  await page.goBack();
  await question.getByRole("button", { name: "Discard" }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(`/@${alice.username}`);
  await page.goBack();
  await expect(page).toHaveURL("/bookmarks");
});

test("B13: a draft is kept until the server has stored the tweet", async ({ open, alice }) => {
  const page = await open(alice);
  await page.route("**/api/roost/v1/tweets", () => undefined);
  await page.getByLabel("What's on your mind?").fill("On its way");
  await page.getByRole("button", { name: "Post", exact: true }).click();
  await expect(page.getByLabel("What's on your mind?")).toHaveValue("");
  const context = page.context();
  await page.close();
  const again = await context.newPage();
  await again.goto("/");
  await expect(again.getByLabel("What's on your mind?")).toHaveValue("On its way");
});

test("the text beyond the limit is highlighted", async ({ open, alice }) => {
  const page = await open(alice);
  await page.getByLabel("What's on your mind?").fill(`${"a".repeat(280)}TOO MUCH`);
  await expect(page.locator("mark")).toHaveText("TOO MUCH");
});

test("the text of the tweet being replied to can be selected", async ({ open, alice, bob }) => {
  await bob.api.post("Words to copy.");
  const page = await open(alice, `/@${bob.username}`);
  await tweetOf(page, "Words to copy.").getByRole("button", { name: /^Reply/ }).click();
  await page.getByRole("dialog").getByText("Words to copy.").click({ clickCount: 3 });
  expect(await page.evaluate(() => window.getSelection()?.toString().trim())).toBe("Words to copy.");
});
