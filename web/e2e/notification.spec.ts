import { expect } from "@playwright/test";
import { test, tweetOf } from "./cast";

test("notifications are listed and counted, and opening the page marks them as read", async ({ open, alice, bob, carol }) => {
  const id = await alice.api.post("Notice me.");
  const page = await open(alice);
  await expect(tweetOf(page, "Notice me.")).toBeVisible();
  await bob.api.call("PUT", `/tweets/${id}/like`);
  await carol.api.call("PUT", `/tweets/${id}/like`);
  await carol.api.follow(alice);
  await bob.api.post("I notice you.", { reply_to_id: id });
  const link = page.getByRole("link", { name: /^Notifications/ });
  await expect(link).toContainText("3");

  await link.click();
  await expect(page.getByText("Carol and Bob liked your tweet")).toBeVisible();
  await expect(page.getByText("Carol followed you")).toBeVisible();
  await expect(tweetOf(page, "I notice you.")).toBeVisible();
  await expect(page).toHaveTitle("Notifications · Roost");
  await page.getByRole("link", { name: "Mentions and replies" }).click();
  await expect(tweetOf(page, "I notice you.")).toBeVisible();
  await expect(page.getByText("Carol followed you")).toHaveCount(0);
});

test("notification preferences are saved", async ({ open, alice }) => {
  const page = await open(alice, "/settings/notifications");
  const likes = page.getByRole("switch", { name: "Someone likes my tweet" });
  await expect(likes).toBeChecked();
  await likes.uncheck();
  await expect
    .poll(() => alice.api.call<{ notifications: { like: boolean } }>("GET", "/users/me/preferences"))
    .toMatchObject({ notifications: { like: false } });
  await page.reload();
  await expect(likes).not.toBeChecked();
});

test("the chosen appearance is kept", async ({ open, alice }) => {
  const page = await open(alice, "/settings/appearance");
  await page.getByText("Dark", { exact: true }).click();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-appearance", "dark");
});
