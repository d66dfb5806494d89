import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** All rules in the light; in the dark, where nothing but colours is different, those that concern colours. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // Colours go over into those of the other scheme, however quickly.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // Off by default: what fingers hit, and what voice control presses.
    if (colorScheme === "light") axe.options({ rules: { "target-size": { enabled: true }, "label-content-name-mismatch": { enabled: true } } });
    else axe.withRules(["color-contrast", "link-in-text-block"]);
    const { violations } = await axe.analyze();
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
    expect(told, `${name}, ${colorScheme}`).toEqual([]);
  }
}
