import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

// Where `./roost start` listens; another server is named by ROOST_SERVER.
const server = process.env.ROOST_SERVER ?? "http://127.0.0.1:8080";

/** Adds the script that runs before the first paint. Vite bundles only modules, which run later. */
function bootScript(): Plugin {
  const source = readFileSync(new URL("src/boot.js", import.meta.url), "utf8");
  const fileName = `assets/boot-${createHash("sha256").update(source).digest("hex").slice(0, 8)}.js`;
  let isBuild = false;
  return {
    name: "boot-script",
    configResolved({ command }) {
      isBuild = command === "build";
    },
    buildStart() {
      if (isBuild) this.emitFile({ type: "asset", fileName, source });
    },
    transformIndexHtml: {
      order: "post",
      handler: (html) => html.replace("<!-- boot -->", `<script src="/${isBuild ? fileName : "src/boot.js"}"></script>`),
    },
  };
}

/** Adds the service worker at a fixed address, with a hash of what it keeps. */
function serviceWorker(): Plugin {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
  const hash = createHash("sha256");
  for (const name of ["offline.html", "offline.css", "offline.js", "favicon.svg"]) hash.update(read(`public/${name}`));
  const source = read("src/sw.js").replace("VERSION", hash.digest("hex").slice(0, 8));
  return {
    name: "service-worker",
    apply: "build",
    buildStart() {
      this.emitFile({ type: "asset", fileName: "sw.js", source });
    },
  };
}

interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** What the first page needs is one file: many small ones, shared with later pages, would be larger in all. */
function firstPage(): (id: string, modules: Modules) => string | null {
  const entry = fileURLToPath(new URL("src/main.tsx", import.meta.url));
  let needed: Set<string> | undefined;
  return (id, modules) => {
    needed ??= closure(entry, modules);
    return needed.has(id) ? "client" : null;
  };
}

function closure(entry: string, modules: Modules): Set<string> {
  const found = new Set([entry]);
  for (const id of found) modules.getModuleInfo(id)?.importedIds.forEach((each) => found.add(each));
  return found;
}

export default defineConfig({
  plugins: [react(), bootScript(), serviceWorker()],
  server: { proxy: { "/api": { target: server, ws: true } } },
  build: {
    target: ["chrome123", "firefox128", "safari17.5"],
    // The Content-Security-Policy admits no data: fonts or scripts, and small files are cached by their hash as well.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One small style sheet, whose order does not depend on which pages were opened.
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: firstPage() }] } } },
  },
  test: { include: ["src/**/*.test.ts"] },
});
