import { expect } from "@playwright/test";
import { test, tweetOf } from "./cast";

test("the counter weighs, and what is too long is not sent", async ({ open, alice }) => {
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

test("a draft is there again after a reload, and gone once it is posted", async ({ open, alice }) => {
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

test("what could not be posted is a draft again, and is posted once though it is sent twice", async ({ open, alice }) => {
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

test("everything works without TLS, where browsers keep some of what they can to themselves", async ({ open, alice }) => {
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

test("a window closes when one leaves the page under it, and what was written is kept", async ({ open, alice, bob }) => {
  const id = await bob.api.post("Ask me.");
  const page = await open(alice, `/@${bob.username}`);
  await tweetOf(page, "Ask me.").getByRole("button", { name: /^Reply/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Write your reply").fill("How is the");
  await dialog.getByRole("link", { name: /Ask me/ }).click();
  await expect(page).toHaveURL(`/tweet/${id}`);
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel("Write your reply")).toHaveValue("How is the");
});
