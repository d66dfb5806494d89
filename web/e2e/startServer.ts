import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Starts a server on a free port with fresh data, unless ROOST_URL names one that runs; answers how to stop it. */
export default async function startServer(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.ROOST_URL) return undefined;
  const { address, stop } = await start("--demo", "--push.contact=mailto:admin@example.org");
  process.env.ROOST_URL = address;
  return stop;
}

/** Starts a server on a free port with fresh data. */
export async function start(...options: string[]): Promise<{ address: string; stop: () => Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), "roost-e2e-"));
  const server = spawn("../roost", ["start", "--port", "0", "--data", data, "--limits.enabled=false", "--links.cards=false", ...options], {
    env: withoutSettings(process.env),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await addressOf(server);
  const stop = async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  return { address, stop };
}

/** Each ROOST_* is a setting of the server, but for those that choose its Java. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = (name: string) => !name.startsWith("ROOST_") || name.startsWith("ROOST_JAVA_");
  return Object.fromEntries(Object.entries(environment).filter(([name]) => kept(name)));
}

async function addressOf(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error("The server's output is not to be read.");
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /Roost is ready at (http:\S+) in/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error("The server ended before it was ready.");
}
