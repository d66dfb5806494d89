import { useState } from "react";
import { describe } from "../api/problem";
import type { Draft } from "../data/draftParts";
import type { Target } from "../data/drafts";
import { uploads } from "../data/uploads";

/** Attaches files to the tweets of a draft, and tells why that is not possible. */
export function useAttaching(target: Target) {
  const [problem, setProblem] = useState<string>();
  return {
    problem,
    setProblem,
    add: async (files: readonly File[], part: number) => {
      if (files.length === 0) return;
      try {
        const { attach } = await import("./attaching");
        setProblem(await attach({ target, part }, files));
      } catch (error) {
        setProblem(describe(error));
      }
    },
  };
}

export function hasFailed({ parts }: Draft): boolean {
  return parts.some(({ media }) => media.some((key) => uploads.get(key)?.state === "failed"));
}

/** Cancels and deletes the uploads of a tweet that is removed from its thread. */
export async function discardUploads(keys: readonly string[]): Promise<void> {
  if (keys.length > 0) (await import("./attaching")).discardAll(keys);
}
