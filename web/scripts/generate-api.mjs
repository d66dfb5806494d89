// Writes src/api/schema.generated.ts and src/api/announced.generated.ts from the server's OpenAPI document. With
// --check it writes nothing and fails when they are not what they would be, so that they cannot go stale unseen.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const description = new URL("../../server/src/main/resources/openapi.yaml", import.meta.url);
const folder = new URL("../src/api/", import.meta.url);
const notice = "// Generated from openapi.yaml by `npm run generate`: do not edit.\n\n";

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
  if (!process.argv.includes("--check")) {
    await writeFile(file, content);
  } else if ((await readFile(file, "utf8").catch(() => "")) !== content) {
    console.error(`src/api/${name} is stale: run \`npm run generate\`.`);
    process.exitCode = 1;
  }
}
