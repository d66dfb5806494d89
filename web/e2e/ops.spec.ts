import { expect } from "@playwright/test";
import { logIn, test } from "./cast";

test("an operator sees live figures of the server", async ({ visit }) => {
  const page = await visit("/login");
  await logIn(page.context(), "alice", "roost-demo");
  await page.goto("/");
  await page.getByRole("link", { name: "Operations" }).click();
  await expect(page.getByText(/^Up for/)).toBeVisible();
  const clients = page.getByRole("img", { name: /^Connected clients: clients [1-9]/ });
  await expect(clients).toBeVisible();
  const reads = page.getByRole("img", { name: /^Home timeline reads/ }).locator(".chart-line");
  const before = await reads.getAttribute("d");
  await expect(reads).not.toHaveAttribute("d", before ?? "");
});

test("other users do not see the operator's page", async ({ open, alice }) => {
  const page = await open(alice, "/ops");
  await expect(page.getByText("You can't see this")).toBeVisible();
  await expect(page.getByRole("link", { name: "Operations" })).toHaveCount(0);
});
