import createClient from "openapi-fetch";
import { ApiError } from "./problem";
import type { paths } from "./schema.generated";
import type { Problem } from "./types";

declare global {
  /** Responses that `boot.js` asked for while this script was loading, by path. */
  var roostEarly: Map<string, Promise<Response>> | undefined;
}

/** Requests with small bodies at most: a follow, like or block reaches the server even if the user reloads the page. */
const KEPT_ALIVE = new Set(["PUT", "DELETE"]);

/** Takes a response that is on its way, once; otherwise sends the request. */
function send(request: Request): Promise<Response> {
  if (KEPT_ALIVE.has(request.method)) return fetch(request, { keepalive: true });
  const path = request.url.replace(/^https?:\/\/[^/]*/, "");
  const early = request.method === "GET" ? globalThis.roostEarly?.get(path) : undefined;
  if (early === undefined) return fetch(request);
  globalThis.roostEarly?.delete(path);
  return early.catch(() => fetch(request));
}

/** The API of the server that this page came from. The browser adds the session cookie. */
export const api = createClient<paths>({
  baseUrl: "/",
  credentials: "same-origin",
  fetch: send,
  // Lists in a query are comma-separated.
  querySerializer: { array: { style: "form", explode: false } },
});

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** Returns the body of a successful response and throws any other as an {@link ApiError}. */
export async function answer<Data>(call: Promise<Answer<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ApiError(isProblem(error) ? error : unknown(response), response.headers);
  return data as NonNullable<Data>;
}

function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "detail" in error && "code" in error;
}

/** A proxy may send a response without a problem. */
function unknown(response: Response): Problem {
  return {
    type: "urn:roost:problem:internal",
    title: response.statusText || "Failed",
    status: response.status,
    detail: "The server sent an unexpected response.",
    code: "internal",
    request_id: response.headers.get("X-Request-Id") ?? "-",
  };
}
