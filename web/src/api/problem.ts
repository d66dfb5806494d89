import type { Problem } from "./types";

/** An error response of the server. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = "ApiError";
    this.problem = problem;
  }
}

export function statusOf(error: unknown): number | undefined {
  return error instanceof ApiError ? error.problem.status : undefined;
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof ApiError ? error.problem.code : undefined;
}

/** The form field that the problem names, if any. */
export function fieldOf(error: unknown): string | undefined {
  return error instanceof ApiError ? error.problem.field : undefined;
}

/** A sentence for people; the errors of `fetch` itself are not. */
export function describe(error: unknown): string {
  if (error instanceof ApiError) {
    return error.problem.status >= 500
      ? `${error.message} If this keeps happening, send your operator this code: ${error.problem.request_id}`
      : error.message;
  }
  return "Can't reach Roost. Check your connection and try again.";
}

/** Whether a retry may help: the network or the server failed. */
export function isTransient(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined || status >= 500;
}
