import { readdirSync } from "node:fs";
import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** A folder of src imports only from those before it in this list. */
const order = [
  "api",
  "ui",
  "data",
  "session",
  "impression",
  "media",
  "upload",
  "profile",
  "tweet",
  "compose",
  "timeline",
  "notification",
  "search",
  "message",
  "trend",
  "settings",
  "moderation",
  "list",
  "ops",
  "analytics",
  "live",
  "keyboard",
  "pages",
  "shell",
];

const folders = readdirSync(new URL("src", import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory());
const unordered = folders.map(({ name }) => name).filter((name) => !order.includes(name));
if (unordered.length > 0) throw new Error(`Add these folders of src to the import order: ${unordered.join(", ")}.`);

const importOrder = order.map((folder, place) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  ignores: ["**/*.test.ts"],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            regex: String.raw`^\.\./` + (place > 0 ? `(?!(?:${order.slice(0, place).join("|")})/)` : ""),
            message: `${folder} must not import this: eslint.config.js has the order of the folders.`,
          },
        ],
      },
    ],
    // Imports on demand have to keep the order too; only pages are loaded on demand.
    "no-restricted-syntax": [
      "error",
      { selector: "ImportExpression[source.value=/^\\.\\.\\//]", message: "Import pages on demand, in pages/routes.tsx." },
    ],
  },
}));

export default tseslint.config(
  { ignores: ["dist", "screenshots", "test-results", "src/api/*.generated.ts"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Texts contain numbers, and event handlers may return nothing.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    extends: [jsxA11y.flatConfigs.strict],
    rules: { ...reactHooks.configs.recommended.rules },
  },
  ...importOrder,
  {
    files: ["e2e/**/*.ts"],
    // Playwright reads the needed fixtures from the pattern, which is empty for none.
    rules: { "no-empty-pattern": ["error", { allowObjectPatternsAsParameters: true }] },
  },
  {
    files: ["src/boot.js"],
    languageOptions: {
      sourceType: "script",
      globals: { window: "writable", document: "readonly", location: "readonly", fetch: "readonly", localStorage: "readonly", sessionStorage: "readonly" },
    },
  },
  {
    files: ["src/sw.js", "public/offline.js"],
    languageOptions: {
      sourceType: "script",
      globals: {
        self: "readonly",
        caches: "readonly",
        window: "readonly",
        document: "readonly",
        location: "readonly",
        localStorage: "readonly",
        fetch: "readonly",
        navigator: "readonly",
        URL: "readonly",
        Request: "readonly",
        Response: "readonly",
      },
    },
  },
  {
    files: ["scripts/*.mjs", "*.config.*"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly", Buffer: "readonly" } },
  },
);
