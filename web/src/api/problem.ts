import type { Problem } from "./types";

/** What the server answered instead of what was asked for. */
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

/** The problem for the field of a form that it names, if it names one. */
export function fieldOf(error: unknown): string | undefined {
  return error instanceof ApiError ? error.problem.field : undefined;
}

/** A sentence for people. What `fetch` itself throws says nothing to them. */
export function describe(error: unknown): string {
  if (error instanceof ApiError) {
    return error.problem.status >= 500
      ? `${error.message} If it stays so, tell the operator ${error.problem.request_id}.`
      : error.message;
  }
  return "Roost cannot be reached. Look whether you are connected, then try again.";
}

/** Whether asking again may help: the network failed, or the server is not itself. */
export function mayPass(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined || status >= 500;
}
