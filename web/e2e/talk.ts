import { expect, type Page } from "@playwright/test";
import type { Member } from "./cast";

interface Sent {
  id: string;
  seq: number;
}

let keys = 0;

/** Two users who follow each other, so that neither is a stranger; returns the ID of their conversation. */
export async function pairOf(one: Member, other: Member): Promise<string> {
  await one.api.follow(other);
  await other.api.follow(one);
  return (await one.api.call<{ id: string }>("POST", "/conversations", { member_ids: [other.id] })).id;
}

/** A group whose members have all accepted; returns its ID. */
export async function groupOf(admin: Member, name: string, ...others: Member[]): Promise<string> {
  const { id } = await admin.api.call<{ id: string }>("POST", "/conversations", { member_ids: others.map((each) => each.id), name });
  for (const other of others) await other.api.call("POST", `/conversations/${id}/accept`);
  return id;
}

export function say(member: Member, conversation: string, text: string, more: object = {}): Promise<Sent> {
  return member.api.call("POST", `/conversations/${conversation}/messages`, { text, client_key: `key-${keys++}`, ...more });
}

/** Says `count` things, which are numbered. */
export async function sayMany(member: Member, conversation: string, count: number, prefix = "Number"): Promise<void> {
  for (let number = 1; number <= count; number++) await say(member, conversation, `${prefix} ${number}.`);
}

/** A message on the page, by its text. */
export const messageOf = (page: Page, text: string) => page.getByRole("feed", { name: "Messages" }).locator("article").filter({ hasText: text });

export const composer = (page: Page) => page.getByRole("textbox", { name: "Message" });

/** The entry of a conversation in the list. */
export const entryOf = (page: Page, title: string) => page.getByRole("region", { name: "Conversations" }).getByRole("link").filter({ hasText: title });

/** The link in the navigation, with its badge. */
export const messagesLink = (page: Page) => page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Messages/ });

/** Writes and sends with the keyboard. */
export async function send(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press("Enter");
}

/** How far the list of messages is from its end. */
export function distanceToEnd(page: Page): Promise<number> {
  return page.locator(".message-scroller").evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight);
}

export async function expectAtEnd(page: Page): Promise<void> {
  await expect.poll(() => distanceToEnd(page)).toBeLessThan(4);
}
