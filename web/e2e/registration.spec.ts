import { expect } from "@playwright/test";
import { expectAccessible } from "./axe";
import { logIn, test } from "./cast";

test("an operator makes an invitation and removes it", async ({ visit }) => {
  const page = await visit("/login");
  await logIn(page.context(), "alice", "roost-demo");
  await page.goto("/moderation/invitations");
  await expect(page.getByText("Anyone can register on this server, so nobody needs an invitation.")).toBeVisible();
  await page.getByLabel("For how many people").fill("0");
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText("Expected 1 to 1000.")).toBeVisible();
  await page.getByLabel("For how many people").fill("3");
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText(/^Used 0 of 3/)).toBeVisible();
  await expectAccessible(page, "invitations");
  await page.getByRole("button", { name: /^Remove / }).click();
  await expect(page.getByText("None.")).toBeVisible();
});

for (const [mode, text] of [
  ["closed", "New accounts cannot be created on this server."],
  ["invitation", "The code that somebody of this server gave you."],
] as const) {
  test(`the page to sign up says so if registration is ${mode}`, async ({ visit }) => {
    const page = await visit("about:blank");
    await page.route("**/api/roost/v1/capabilities", async (route) => {
      const response = await route.fetch();
      const json = (await response.json()) as { data: { registration: string } };
      json.data.registration = mode;
      await route.fulfill({ response, json });
    });
    await page.goto("/signup?invitation=abc");
    await expect(page.getByText(text)).toBeVisible();
    if (mode === "invitation") await expect(page.getByLabel("Invitation")).toHaveValue("abc");
    await expectAccessible(page, `signing up when registration is ${mode}`);
  });
}
