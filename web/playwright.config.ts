import { defineConfig } from "@playwright/test";

// The background networking of Chromium has no business in tests, which reach this machine alone.
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The client in a real browser, against a real server: that at ROOST_URL, or one that is started for the tests. */
export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/startServer.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  // A busy machine is slow, not wrong; what passes the second time is printed as a flake.
  timeout: 90_000,
  retries: 1,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [["dot"]],
  // Trends wait for minutes. They begin first, so that all others run meanwhile.
  projects: [
    { name: "trends", testMatch: "trends.spec.ts" },
    { name: "others", testIgnore: "trends.spec.ts" },
  ],
  use: {
    ...(process.env.ROOST_URL && { baseURL: process.env.ROOST_URL }),
    viewport: { width: 1280, height: 900 },
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: quiet },
  },
});
