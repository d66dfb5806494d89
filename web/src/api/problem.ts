import type { Problem } from "./types";

/** An error response of the server. */
export class ApiError extends Error {
  readonly problem: Problem;
  /** The name of the exceeded rate limit, if it was one. */
  readonly limit: string | undefined;
  /** The seconds until the next attempt may succeed, if the server says so. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, headers = new Headers()) {
    super(problem.detail);
    this.name = "ApiError";
    this.problem = problem;
    this.limit = /^"([\w-]+)/.exec(headers.get("RateLimit") ?? "")?.[1];
    const seconds = Number(headers.get("Retry-After") ?? NaN);
    this.retryAfter = Number.isFinite(seconds) ? seconds : undefined;
  }
}

/** A failure whose message is for people. */
export class PlainError extends Error {
  override readonly name = "PlainError";
}

export function statusOf(error: unknown): number | undefined {
  return error instanceof ApiError ? error.problem.status : undefined;
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof ApiError ? error.problem.code : undefined;
}

/** What to send with a code, if the log-in needs one. */
export function challengeOf(error: unknown): string | undefined {
  return codeOf(error) === "second_factor_required" && error instanceof ApiError ? error.problem.challenge : undefined;
}

/** The form field that the problem names, if any. */
export function fieldOf(error: unknown): string | undefined {
  return error instanceof ApiError ? error.problem.field : undefined;
}

/** A sentence for people; the errors of `fetch` itself are not. */
export function describe(error: unknown): string {
  if (error instanceof PlainError) return error.message;
  if (!(error instanceof ApiError)) return "Can't reach Roost. Check your connection and try again.";
  const { status, code, request_id: id } = error.problem;
  if (code === "too_many_uploads") return "You have too many uploads that you didn't post. Remove some, or try again later.";
  if (code === "too_many_strangers") return "You've started conversations with many strangers today. Try again tomorrow.";
  if (status === 429 && error.retryAfter !== undefined) return limitReached(error.limit, error.retryAfter);
  return status >= 500 ? `${error.message} If this keeps happening, send your operator this code: ${id}` : error.message;
}

/** What the requests that the server counts together are for. */
const counted: Partial<Record<string, string>> = {
  post: "You've reached the limit for posting.",
  engage: "You've reached the limit for likes and retweets.",
  follow: "You've reached the limit for follows.",
  message: "You've reached the limit for messages.",
  search: "That were many searches.",
  "log-in": "Too many log-ins.",
  "sign-up": "Too many accounts were created here.",
};

function limitReached(limit: string | undefined, seconds: number): string {
  return `${counted[limit ?? ""] ?? "That was too fast."} Try again in ${soon(seconds)}.`;
}

function soon(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? "a second" : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return minutes === 1 ? "a minute" : `${minutes} minutes`;
  const hours = Math.ceil(minutes / 60);
  return hours === 1 ? "an hour" : `${hours} hours`;
}

/** Whether a retry may help: the network or the server failed. */
export function isTransient(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined || status >= 500;
}
