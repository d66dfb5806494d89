import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { logIn, type Member, test } from "./cast";
import { messageOf } from "./talk";

/** Alice of the demo world is the operator. */
async function asOperator(visit: (path: string) => Promise<Page>, path: string) {
  const page = await visit("/login");
  await logIn(page.context(), "alice", "roost-demo");
  await page.goto(path);
  return page;
}

async function appoint(operator: Page, member: Member) {
  await operator.getByLabel("Username").fill(`@${member.username}`);
  await operator.getByRole("button", { name: "Add", exact: true }).click();
  await expect(operator.getByRole("button", { name: `Remove @${member.username}` })).toBeVisible();
}

test("a tweet is reported, a moderator suspends its author, and everyone is told", async ({ open, visit, bob, carol, dave }) => {
  const operator = await asOperator(visit, "/moderation/moderators");
  await appoint(operator, dave);
  await expectAccessible(operator, "the list of moderators");

  const tweet = await bob.api.post("Buy cheap feathers now!");
  const reporter = await open(carol, `/tweet/${tweet}`);
  await reporter.getByRole("button", { name: "More", exact: true }).first().click();
  await reporter.getByRole("menuitem", { name: "Report", exact: true }).click();
  const dialog = reporter.getByRole("dialog", { name: "Report this tweet" });
  await expectAccessible(reporter, "a tweet being reported");
  await dialog.getByLabel("Insults or harassment").check();
  await dialog.getByLabel("What should the moderators know?").fill("The third time today.");
  await dialog.getByRole("button", { name: "Report", exact: true }).click();
  await expect(reporter.getByText("Reported. The moderators will look at it.")).toBeVisible();
  await bob.api.call("DELETE", `/tweets/${tweet}`);

  const moderator = await open(dave);
  await moderator.getByRole("link", { name: "Moderation" }).click();
  await expect(moderator.getByRole("link", { name: "Audit log" })).toHaveCount(0);
  await moderator.getByLabel("Reported for").selectOption("Insults or harassment");
  await moderator.getByRole("link", { name: new RegExp(bob.username) }).click();
  const report = moderator.getByRole("article", { name: "Report: Insults or harassment" });
  await expect(report).toContainText("The third time today.");
  await expect(report).toContainText("Buy cheap feathers now!");
  await moderator.getByRole("button", { name: "Claim this case" }).click();
  await moderator.getByLabel("Suspend the account").check();
  await moderator.getByLabel("How long").selectOption("A week");
  await moderator.getByLabel("Reason, for the user").fill("No advertisements.");
  await expectAccessible(moderator, "a case");
  await moderator.getByRole("button", { name: "Decide", exact: true }).click();
  await expect(moderator).toHaveURL("/moderation");

  await moderator.goto(`/@${bob.username}`);
  await expect(moderator.getByText(/suspended/i).first()).toBeVisible();
  await reporter.goto("/");
  const notice = reporter.getByRole("region", { name: "From the moderators" });
  await expect(notice).toContainText("have acted on it");
  await notice.getByRole("button", { name: "OK" }).click();
  await expect(notice).toHaveCount(0);
  await reporter.reload();
  await expect(reporter.getByRole("link", { name: "Home" })).toBeVisible();
  await expect(notice).toHaveCount(0);

  await operator.goto("/moderation/audit");
  await operator.getByLabel("What", { exact: true }).selectOption("Suspended");
  const entry = operator.getByRole("listitem").filter({ hasText: `@${bob.username}` });
  await expect(entry).toContainText("No advertisements.");
  await expect(entry).toContainText(`by @${dave.username}`);
  await expectAccessible(operator, "the audit log");
});

test("who was warned sees why at the next visit, on a phone too", async ({ open, visit, bob, carol }) => {
  await carol.api.call("POST", "/reports", { user_id: bob.id, category: "spam" });
  const operator = await asOperator(visit, "/moderation");
  await operator.getByRole("link", { name: new RegExp(bob.username) }).click();
  await operator.getByRole("button", { name: "Claim this case" }).click();
  await operator.getByLabel("Warn the user").check();
  await operator.getByLabel("Reason, for the user").fill("Please be kind.");
  await operator.getByRole("button", { name: "Decide", exact: true }).click();
  await expect(operator).toHaveURL("/moderation");
  const page = await open(bob, "/", { viewport: { width: 375, height: 667 } });
  await expect(page.getByRole("region", { name: "From the moderators" })).toContainText("Please be kind.");
  await expectAccessible(page, "a warning");
});

test("a user and a message are reported from their menus", async ({ open, bob, carol }) => {
  await carol.api.follow(bob);
  const page = await open(carol, `/@${bob.username}`);
  await page.getByRole("button", { name: `More about @${bob.username}` }).click();
  await page.getByRole("menuitem", { name: `Report @${bob.username}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Report", exact: true }).click();
  await expect(page.getByText("Reported. The moderators will look at it.")).toBeVisible();

  const { id } = await bob.api.call<{ id: string }>("POST", "/conversations", { member_ids: [carol.id] });
  await bob.api.call("POST", `/conversations/${id}/messages`, { client_key: "1", text: "Psst, feathers?" });
  await page.goto(`/messages/${id}`);
  const message = messageOf(page, "Psst, feathers?");
  await message.hover();
  await message.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Report", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Report this message" });
  await dialog.getByRole("button", { name: "Report", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const { length } = await carol.api.call<unknown[]>("GET", "/reports");
  expect(length).toBe(2);
});

test("others do not see the moderators' page", async ({ open, bob }) => {
  const page = await open(bob, "/moderation");
  await expect(page.getByRole("heading", { name: "Moderation" })).toHaveCount(0);
});
