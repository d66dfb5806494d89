import { expect } from "@playwright/test";
import { expectAccessible } from "./axe";
import { test } from "./cast";

test("a wide screen lists the groups of the settings next to the one that is open", async ({ open, alice }) => {
  const page = await open(alice, "/settings");
  const list = page.getByRole("navigation", { name: "Settings" });
  await expect(page.getByRole("heading", { name: "Analytics" })).toBeVisible();
  await list.getByRole("link", { name: "Security" }).press("Enter");
  await expect(page).toHaveURL("/settings/security");
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Where you are logged in" })).toBeVisible();
  await expect(list.getByRole("link", { name: "Security" })).toBeFocused();
  await list.getByRole("link", { name: "Muted words" }).click();
  await expect(page.getByLabel("Word, phrase or hashtag")).toBeVisible();
  await expect(list.getByRole("link", { name: "Muted words" })).toHaveAttribute("aria-current", "page");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible();
});

test("a phone opens one group at a time, and Back leads to the list", async ({ open, alice }) => {
  const page = await open(alice, "/settings", { viewport: { width: 390, height: 844 } });
  const list = page.getByRole("navigation", { name: "Settings" });
  await expect(page.getByRole("heading", { name: "Analytics" })).toBeHidden();
  await expectAccessible(page, "the list of settings");
  await list.getByRole("link", { name: "Appearance" }).click();
  await expect(page).toHaveURL("/settings/appearance");
  await expect(list).toBeHidden();
  await expect(page.getByText("Dark", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(list).toBeVisible();

  await page.goto("/settings/privacy");
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page).toHaveURL("/settings");
  await expect(list).toBeVisible();
});
