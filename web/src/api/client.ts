import createClient from "openapi-fetch";
import { ApiError } from "./problem";
import type { paths } from "./schema.generated";
import type { Problem } from "./types";

/** The API of the server that this page came from. The session's cookie goes along by itself. */
export const api = createClient<paths>({
  baseUrl: "/",
  credentials: "same-origin",
  // Lists in a query have commas between.
  querySerializer: { array: { style: "form", explode: false } },
});

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** What a call answered; anything but success is thrown as an {@link ApiError}. */
export async function answer<Data>(call: Promise<Answer<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ApiError(isProblem(error) ? error : unknown(response));
  return data as NonNullable<Data>;
}

function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "detail" in error && "code" in error;
}

/** A proxy in between may answer without a problem of ours. */
function unknown(response: Response): Problem {
  return {
    type: "urn:roost:problem:internal",
    title: response.statusText || "Failed",
    status: response.status,
    detail: "The server did not understand, or was not understood.",
    code: "internal",
    request_id: response.headers.get("X-Request-Id") ?? "-",
  };
}
