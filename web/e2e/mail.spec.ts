import { expect, test } from "@playwright/test";
import { PASSWORD } from "./cast";
import { Mailbox } from "./mailbox";
import { start } from "./startServer";

const SITE = "http://roost.test";
const NEW_PASSWORD = "staple correct horse";

/** A server of its own, because that of the other tests sends no emails. */
const mailbox = new Mailbox();
let roost: Awaited<ReturnType<typeof start>>;

test.beforeAll(async () => {
  const port = await mailbox.open();
  roost = await start(
    "--smtp.host=127.0.0.1",
    `--smtp.port=${port}`,
    "--smtp.security=none",
    "--mail.from=roost@example.org",
    `--mail.site=${SITE}`,
  );
});

test.afterAll(async () => {
  await roost.stop();
  mailbox.close();
});

/** The link to this path that was mailed to the address, at the address of the server. */
async function linkTo(email: string, path: string): Promise<string> {
  await expect.poll(() => mailbox.linkTo(email)).toContain(SITE + path);
  return mailbox.linkTo(email)?.replace(SITE, roost.address) ?? "";
}

test("M1: an address is confirmed with a link from a mail, and changed likewise", async ({ page, request }) => {
  const username = `yan_${Date.now().toString(36)}`;
  const email = `${username}@example.org`;
  await request.post(`${roost.address}/api/roost/v1/users`, { data: { username, email, password: PASSWORD } });
  await page.goto(await linkTo(email, "/confirm-email#"));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Your email address is confirmed.")).toBeVisible();

  await page.goto(`${roost.address}/login`);
  await page.getByLabel("Username or email address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  await page.goto(`${roost.address}/settings/account`);
  await expect(page.getByText(`${email} (confirmed)`)).toBeVisible();
  const next = `${username}@example.net`;
  await page.getByLabel("New email address").fill(next);
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.getByRole("button", { name: "Change email address" }).click();
  await expect(page.getByRole("button", { name: "Send the link again" })).toBeVisible();
  await page.goto(await linkTo(next, "/confirm-email#"));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Your email address is confirmed.")).toBeVisible();
  await page.goto(`${roost.address}/settings/account`);
  await expect(page.getByText(`${next} (confirmed)`)).toBeVisible();
});

test("M1: a forgotten password is replaced with a link from a mail", async ({ page, request }) => {
  const username = `zoe_${Date.now().toString(36)}`;
  const email = `${username}@example.org`;
  await request.post(`${roost.address}/api/roost/v1/users`, { data: { username, email, password: PASSWORD } });

  await page.goto(`${roost.address}/login`);
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await page.getByLabel("Email address").fill("not an address");
  await page.getByRole("button", { name: "Send link" }).click();
  await expect(page.getByLabel("Email address")).toHaveAccessibleDescription(/valid/);
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send link" }).click();
  await expect(page.getByText("a link is on its way")).toBeVisible();

  const link = await linkTo(email, "/reset-password#");
  await page.goto(link);
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByLabel("New password")).toHaveAccessibleDescription(/8 to 128/);
  await page.getByLabel("New password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password was changed")).toBeVisible();

  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await page.getByLabel("Username or email address").fill(username);
  await page.getByLabel("Password").fill(NEW_PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();

  await page.goto("about:blank");
  await page.goto(link);
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("alert")).toContainText("already used");
});
