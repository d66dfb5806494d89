import { expect } from "@playwright/test";
import { expectAccessible } from "./axe";
import { test } from "./cast";
import { one } from "./pictures";
import { composer, entryOf, groupOf, messageOf, messagesLink, pairOf, say, send } from "./talk";

test("a stranger's message is a request: it does not ring, and shows no pictures until it is accepted", async ({ open, alice, bob }) => {
  const { id } = await alice.api.call<{ id: string }>("POST", "/conversations", { member_ids: [bob.id] });
  const picture = await alice.api.upload(one, "message", "A wall.");
  await say(alice, id, "You don't know me.", { media_ids: [picture] });
  const bobs = await open(bob, "/messages");
  await expect(bobs.getByText("No messages yet")).toBeVisible();
  await expect(messagesLink(bobs)).not.toContainText("unread");
  await bobs.getByRole("link", { name: "Requests" }).click();
  await entryOf(bobs, "Alice").click();
  const banner = bobs.getByRole("region", { name: "Request" });
  await expect(banner).toContainText("Alice wants to write to you");
  await expect(messageOf(bobs, "You don't know me.")).toContainText("1 attachment. Accept the request to see it.");
  await expect(bobs.locator(".message-scroller img[alt='A wall.']")).toHaveCount(0);
  await expectAccessible(bobs, "a request");

  const alices = await open(alice, `/messages/${id}`);
  await expect(alices.getByText("Bob has not accepted your request yet.")).toBeVisible();
  await expect(messageOf(alices, "You don't know me.")).not.toContainText("Seen");
  await banner.getByRole("button", { name: "Accept" }).click();
  await expect(banner).toBeHidden();
  await expect(bobs.getByRole("img", { name: "A wall." })).toBeVisible();
  await expect(alices.getByText("Bob has not accepted your request yet.")).toHaveCount(0);
  await expect(messageOf(alices, "You don't know me.")).toContainText("Seen");
});

test("a reply accepts a request, and deleting it makes it disappear", async ({ open, alice, bob, carol }) => {
  for (const stranger of [alice, carol]) {
    const { id } = await stranger.api.call<{ id: string }>("POST", "/conversations", { member_ids: [bob.id] });
    await say(stranger, id, `${stranger.name} speaking.`);
  }
  const page = await open(bob, "/messages/requests");
  await entryOf(page, "Alice").click();
  await expect(page.getByText("Replying accepts the request.")).toBeVisible();
  await send(page, "Pleased to meet you.");
  await expect(page.getByText("Replying accepts the request.")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Request" })).toHaveCount(0);
  await page.getByRole("link", { name: "Requests" }).click();
  await entryOf(page, "Carol").click();
  await page.getByRole("region", { name: "Request" }).getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL("/messages");
  await expect(entryOf(page, "Alice")).toBeVisible();
  await page.getByRole("link", { name: "Requests" }).click();
  await expect(page.getByText("No requests")).toBeVisible();
});

test("who is blocked, or does not accept messages, cannot be written to, and the page says why", async ({ open, alice, bob }) => {
  const id = await pairOf(alice, bob);
  await say(bob, id, "Before.");
  const alices = await open(alice, `/messages/${id}`);
  const bobs = await open(bob, `/messages/${id}`);
  await expect(composer(bobs)).toBeVisible();
  await alices.getByRole("button", { name: "Conversation options" }).click();
  await alices.getByRole("menuitem", { name: /^Block/ }).click();
  await alices.getByRole("dialog").getByRole("button", { name: "Block" }).click();
  await expect(alices.getByText(`You block @${bob.username}.`)).toBeVisible();
  await expect(composer(alices)).toHaveCount(0);
  await expect(messageOf(alices, "Before.").or(messageOf(alices, "Message from an account you block"))).toBeVisible();

  await send(bobs, "Why?");
  await expect(bobs.getByText("Alice doesn't accept messages from you.")).toBeVisible();
  await expect(composer(bobs)).toHaveCount(0);
  await alices.getByRole("button", { name: "Unblock" }).click();
  await expect(composer(alices)).toBeVisible();
});

test("a group: invitations, names of senders, admins, a new name, and leaving", async ({ open, alice, bob, carol, dave }) => {
  test.slow();
  const page = await open(alice, "/messages");
  await page.getByRole("button", { name: "New message" }).first().click();
  const dialog = page.getByRole("dialog", { name: "New message" });
  for (const member of [bob, carol]) {
    await dialog.getByRole("combobox", { name: "To" }).fill(member.username);
    await dialog.getByRole("option").filter({ hasText: member.username }).click();
  }
  await dialog.getByLabel("Name of the group (optional)").fill("Birdwatchers");
  await expectAccessible(page, "a new group");
  await dialog.getByRole("button", { name: "Create group" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Birdwatchers" })).toBeVisible();
  await send(page, "Saturday at six?");
  await expect(messageOf(page, "Saturday at six?")).toContainText("Sent");

  const bobs = await open(bob, "/messages/requests");
  await entryOf(bobs, "Birdwatchers").click();
  const invitation = bobs.getByRole("region", { name: "Invitation" });
  await expect(invitation).toContainText("You are invited to this group");
  await expect(composer(bobs)).toHaveCount(0);
  await invitation.getByRole("button", { name: "Accept" }).click();
  await send(bobs, "Six it is.");
  await expect(messageOf(page, "Six it is.")).toContainText("Bob");
  await expect(messageOf(page, "Saturday at six?")).toContainText("Seen by Bob");

  const carols = await open(carol, "/messages/requests");
  await entryOf(carols, "Birdwatchers").click();
  await carols.getByRole("button", { name: "Decline" }).click();
  await carols.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
  await expect(carols.getByText("No requests").or(carols.getByText("No messages yet"))).toBeVisible();

  await page.getByRole("button", { name: /^Birdwatchers/ }).click();
  const info = page.getByRole("dialog", { name: "Birdwatchers" });
  await expectAccessible(page, "the members of a group");
  await info.getByRole("button", { name: "Options for Bob" }).click();
  await page.getByRole("menuitem", { name: "Make admin" }).click();
  await expect(info.getByText("admin", { exact: true })).toHaveCount(2);
  await info.getByLabel("Name").fill("Early birds");
  await info.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog", { name: "Early birds" })).toBeVisible();
  await expect(bobs.getByRole("heading", { level: 1, name: "Early birds" })).toBeVisible();
  const members = page.getByRole("dialog", { name: "Early birds" });
  await members.getByRole("combobox", { name: "Invite people" }).fill(dave.username);
  await members.getByRole("option").filter({ hasText: dave.username }).click();
  await members.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(members.getByRole("link", { name: "Dave" })).toBeVisible();
  await members.getByRole("button", { name: "Options for Dave" }).click();
  await page.getByRole("menuitem", { name: "Cancel invitation" }).click();
  await page.getByRole("dialog").last().getByRole("button", { name: "Cancel invitation" }).click();
  await expect(members.getByText("Dave", { exact: true })).toHaveCount(0);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Conversation options" }).click();
  await page.getByRole("menuitem", { name: "Leave group" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL("/messages");
  await expect(entryOf(page, "Early birds")).toHaveCount(0);
});

test("a muted conversation does not count, and a deleted one comes back with the next message", async ({ open, alice, bob }) => {
  const id = await pairOf(alice, bob);
  await say(bob, id, "One.");
  const page = await open(alice, `/messages/${id}`);
  await expect(messageOf(page, "One.")).toBeVisible();
  await page.getByRole("button", { name: "Conversation options" }).click();
  await page.getByRole("menuitem", { name: "Mute" }).click();
  await expect(entryOf(page, "Bob")).toContainText("muted");
  await page.goto("/messages");
  await say(bob, id, "Two.");
  await expect(entryOf(page, "Bob")).toContainText("1 unread");
  await page.waitForTimeout(800);
  await expect(messagesLink(page)).not.toContainText("unread");

  await entryOf(page, "Bob").click();
  await page.getByRole("button", { name: "Conversation options" }).click();
  await page.getByRole("menuitem", { name: "Delete conversation" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No messages yet")).toBeVisible();
  await say(bob, id, "Three.");
  await entryOf(page, "Bob").click();
  await expect(messageOf(page, "Three.")).toBeVisible();
  await expect(messageOf(page, "Two.")).toHaveCount(0);
});

test("a blocked member's messages in a group are hidden", async ({ open, alice, bob, carol }) => {
  for (const member of [bob, carol]) await member.api.follow(alice);
  const id = await groupOf(alice, "Three", bob, carol);
  await say(bob, id, "Not for Carol's eyes.");
  await carol.api.call("PUT", `/users/${bob.id}/block`);
  const page = await open(carol, `/messages/${id}`);
  await expect(messageOf(page, "Message from an account you block")).toBeVisible();
  await expect(page.getByText("Not for Carol's eyes.")).toHaveCount(0);
});
