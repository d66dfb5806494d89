import { createHmac } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { PASSWORD, test } from "./cast";

/** The code that an authenticator app shows (RFC 6238). */
function codeOf(key: string, step: number): string {
  const bits = Array.from(key, (letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from(bits.match(/.{8}/g)?.map((byte) => parseInt(byte, 2)) ?? []);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", secret).update(counter).digest();
  const offset = (hash[19] ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

const stepNow = () => Math.floor(Date.now() / 30_000);

async function logIn(page: Page, username: string): Promise<void> {
  await page.getByLabel("Username or email address").fill(username);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await expect(page.getByLabel("Code from your authenticator app")).toBeFocused();
}

test("a user turns on two-factor authentication, logs in with codes, and turns it off", async ({ open, visit, alice }) => {
  const page = await open(alice, "/settings/security", { viewport: { width: 390, height: 844 } });
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByLabel("Your password")).toBeFocused();
  await page.getByLabel("Your password").fill("a mere guess");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("Your password")).toHaveAccessibleDescription(/wrong/);
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
  await expectAccessible(page, "the secret of an authenticator app");
  const key = (await page.locator(".secret").innerText()).replaceAll(" ", "");
  // A step back, so that the codes of this one and the next are still unused.
  const first = stepNow() - 1;
  await page.getByLabel("Code from the app").fill(codeOf(key, first));
  await page.getByRole("button", { name: "Turn on two-factor authentication" }).click();
  const shown = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(shown).toHaveCount(10);
  const codes = await shown.allInnerTexts();
  await expectAccessible(page, "recovery codes");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("roost-recovery-codes.txt");
  await page.getByRole("button", { name: "I have saved them" }).click();
  await expect(page.getByText("You have 10 recovery codes left.")).toBeVisible();

  const there = await visit("/login");
  await logIn(there, alice.username);
  await expectAccessible(there, "the second step of the log-in");
  await there.getByLabel("Code from your authenticator app").fill(codeOf(key, first));
  await there.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await expect(there.getByLabel("Code from your authenticator app")).toHaveAccessibleDescription(/wrong or was used/);
  await there.getByLabel("Code from your authenticator app").fill(codeOf(key, stepNow()));
  await there.getByLabel("Code from your authenticator app").press("Enter");
  await expect(there.getByRole("heading", { name: "Home" })).toBeVisible();

  const elsewhere = await visit("/login");
  await logIn(elsewhere, alice.username);
  await elsewhere.getByRole("button", { name: "Use a recovery code" }).click();
  await expect(elsewhere.getByLabel("Recovery code")).toBeFocused();
  await elsewhere.getByLabel("Recovery code").fill(codes[0] ?? "");
  await elsewhere.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await expect(elsewhere.getByRole("heading", { name: "Home" })).toBeVisible();

  await page.reload();
  await expect(page.getByText("You have 9 recovery codes left.")).toBeVisible();
  await page.getByRole("button", { name: "Turn off" }).click();
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.getByLabel("Code from the app, or a recovery code").fill(codes[1] ?? "");
  await page.getByRole("button", { name: "Turn off two-factor authentication" }).click();
  await expect(page.getByText("Two-factor authentication is off.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Turn on" })).toBeVisible();
});
