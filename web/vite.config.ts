import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// Where `./roost start` listens; another server is named by ROOST_SERVER.
const server = process.env.ROOST_SERVER ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  server: { proxy: { "/api": { target: server, ws: true } } },
  build: {
    target: ["chrome123", "firefox128", "safari17.5"],
    // The Content-Security-Policy admits no data: fonts or scripts, and small files are cached by their hash as well.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One small style sheet, whose order does not depend on which pages were opened.
    cssCodeSplit: false,
  },
  test: { include: ["src/**/*.test.ts"] },
});
