import { expect, it } from "vitest";
import { ApiError, describe, PlainError } from "./problem";
import type { Problem } from "./types";

const problem = (status: number, code: Problem["code"], detail: string): Problem => ({
  type: `urn:roost:problem:${code}`,
  title: "Failed",
  status,
  code,
  detail,
  request_id: "1f3a",
});

const limited = (limit: string, seconds: number) =>
  new ApiError(
    problem(429, "rate_limited", `Rate limit exceeded: try again in ${seconds} seconds.`),
    new Headers({ RateLimit: `"${limit}";r=0;t=${seconds}`, "Retry-After": String(seconds) }),
  );

it.each([
  [limited("post", 1_799), "You've reached the limit for posting. Try again in 30 minutes."],
  [limited("read", 20), "That was too fast. Try again in 20 seconds."],
  [limited("follow", 5_000), "You've reached the limit for follows. Try again in 2 hours."],
  [new ApiError(problem(422, "invalid_value", "At most 160 characters are allowed.")), "At most 160 characters are allowed."],
  [
    new ApiError(problem(500, "internal", "Something failed.")),
    "Something failed. If this keeps happening, send your operator this code: 1f3a",
  ],
  [
    new ApiError(problem(429, "too_many_uploads", "Too many."), new Headers({ "Retry-After": "3600" })),
    "You have too many uploads that you didn't post. Remove some, or try again later.",
  ],
  [new PlainError("The file is damaged."), "The file is damaged."],
  [new TypeError("Failed to fetch"), "Can't reach Roost. Check your connection and try again."],
])("%s is described to people", (error, text) => expect(describe(error)).toBe(text));
