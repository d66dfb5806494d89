import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

/** Pictures of every page, to be looked at. */
export default defineConfig({ ...tests, testDir: "e2e/screenshots", testMatch: "*.shots.ts" });
