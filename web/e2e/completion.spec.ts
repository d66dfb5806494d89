import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { type Member, test, tweetOf } from "./cast";

const fieldOf = (page: Page) => page.getByLabel("What's on your mind?").first();
const people = (page: Page) => page.getByRole("listbox", { name: "People" });

async function suggested(member: Member, text: string): Promise<void> {
  const path = `/search/suggest?q=${encodeURIComponent(text)}`;
  await expect.poll(async () => (await member.api.call<unknown[]>("GET", path)).length).toBeGreaterThan(0);
}

test("a name is completed by keyboard, in the middle of a text, and undone", async ({ open, alice, bob }) => {
  await suggested(alice, `@${bob.username}`);
  const page = await open(alice);
  const field = fieldOf(page);
  await field.fill("Hello  there");
  await field.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(6, 6));
  await field.pressSequentially(`@${bob.username.slice(0, -1)}`);
  const option = people(page).getByRole("option", { name: `@${bob.username}` });
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expect(field).toHaveAttribute("aria-activedescendant", (await option.getAttribute("id")) ?? "-");
  await expectAccessible(page, "completion");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue(`Hello @${bob.username} there`);
  expect(await field.evaluate((element: HTMLTextAreaElement) => element.selectionStart)).toBe(7 + bob.username.length);
  await expect(people(page)).toHaveCount(0);
  await expect(field).not.toHaveAttribute("aria-activedescendant");
  await page.keyboard.press("Control+z");
  await expect(field).toHaveValue(`Hello @${bob.username.slice(0, -1)} there`);
  await field.fill(`Good morning @${bob.username.slice(0, -1)}`);
  await expect(option).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(field).toHaveValue(`Good morning @${bob.username} `);
  await expect(field).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(tweetOf(page, "Good morning").getByRole("link", { name: `@${bob.username}` })).toBeVisible();
});

test("a hashtag is completed by touch, in the dialog", async ({ open, alice, bob }) => {
  const tag = `tag${Date.now().toString(36)}x`;
  await bob.api.post(`About #${tag}.`);
  await suggested(alice, `#${tag}`);
  const page = await open(alice, "/", { hasTouch: true, viewport: { width: 390, height: 844 } });
  await page.getByRole("button", { name: "New tweet" }).tap();
  const field = page.getByRole("dialog").getByRole("textbox");
  await field.pressSequentially(`More about #${tag.slice(0, -1)}`);
  await page.getByRole("option", { name: new RegExp(`#${tag}`) }).tap();
  await expect(field).toHaveValue(`More about #${tag} `);
  await expect(field).toBeFocused();
});

test("Escape closes the suggestions alone, and neither URLs nor input methods have any", async ({ open, alice, bob }) => {
  const begun = bob.username.slice(0, -1);
  await suggested(alice, `@${bob.username}`);
  const page = await open(alice);
  await expect(fieldOf(page)).toBeVisible();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog");
  const field = dialog.getByRole("textbox");
  await field.pressSequentially(`@${begun}`);
  await expect(people(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(people(page)).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue(`@${begun}\n`);

  await field.fill(`https://example.org/@${begun}`);
  await page.waitForTimeout(600);
  await expect(people(page)).toHaveCount(0);

  await field.fill("");
  await field.pressSequentially(`@${begun}`);
  await expect(people(page)).toBeVisible();
  const sent = await field.evaluate((element) =>
    element.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true })),
  );
  expect(sent).toBe(true);
  await expect(field).toHaveValue(`@${begun}`);
  await field.evaluate((element) => element.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true })));
  await expect(people(page)).toHaveCount(0);
});
