// Draws the icons in public/icons from public/favicon.svg: node scripts/icons.mjs. The results are committed.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const svg = await readFile(new URL("../public/favicon.svg", import.meta.url), "utf8");
const bird = svg.replace(/<rect[^>]*>/, "").replace("<svg ", '<svg x="0" y="0" width="32" height="32" ');

/** Systems cut a maskable icon to their own shape, of which only the middle is certain to stay. */
const maskable = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#a8431c"/>
  <g transform="translate(16 16) scale(0.72) translate(-16 -16)">${bird}</g></svg>`;

/** Android shows the badge of a notification in one colour. */
const badge = bird.replace(/<circle[^>]*>/, "").replaceAll("#fdf3e7", "#fff");

const icons = [
  { name: "icon-192.png", size: 192, drawing: svg },
  { name: "icon-512.png", size: 512, drawing: svg },
  { name: "maskable-192.png", size: 192, drawing: maskable },
  { name: "maskable-512.png", size: 512, drawing: maskable },
  { name: "badge-96.png", size: 96, drawing: badge },
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const { name, size, drawing } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const source = `data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")}`;
  await page.setContent(`<style>body { margin: 0 } img { display: block }</style><img src="${source}" width="${size}" height="${size}">`);
  await page.screenshot({ path: fileURLToPath(new URL(`../public/icons/${name}`, import.meta.url)), omitBackground: true });
  await page.close();
}
await browser.close();
