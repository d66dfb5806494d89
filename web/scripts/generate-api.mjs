// Writes src/api/schema.generated.ts and src/api/announced.generated.ts from the server's OpenAPI document, where they are not
// what they should be: the launcher builds anew what is newer than the last build.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const description = new URL("../../server/src/main/resources/openapi.yaml", import.meta.url);
const folder = new URL("../src/api/", import.meta.url);
const notice = "// Generated from openapi.yaml by every build: do not edit.\n\n";

const schema = notice + astToString(await openapiTS(description));
const announced = notice + announcedPaths(await readFile(description, "utf8"));

await put("schema.generated.ts", schema);
await put("announced.generated.ts", announced);

/** What the API can do, for features that are only shown where it can. */
function announcedPaths(yaml) {
  const paths = [...yaml.matchAll(/^ {2}(\/\S+):$/gm)].map((match) => `  "${match[1]}",\n`);
  return `export const announcedPaths: readonly string[] = [\n${paths.join("")}];\n`;
}

async function put(name, content) {
  const file = new URL(name, folder);
  if ((await readFile(file, "utf8").catch(() => "")) !== content) {
    await writeFile(file, content);
  }
}
