import { confirm } from "../ui/Confirm";
import type { Draft } from "../data/draftParts";
import { mediaPreferences } from "../data/mediaPreferences";
import { uploads } from "../data/uploads";

/** Reminds of missing descriptions before `run`, unless the user prefers not to be asked. */
export function askToDescribe(draft: Draft, run: () => void): void {
  const missing = draft.parts.flatMap(({ media }) => media).filter((key) => uploads.get(key)?.altText === "").length;
  if (missing === 0 || !mediaPreferences.get().remindToDescribe) {
    run();
    return;
  }
  const about =
    missing === 1
      ? "One file has no description. People who can't see it won't know what it shows."
      : `${missing} files have no description. People who can't see them won't know what they show.`;
  confirm({
    title: "Post without a description?",
    text: `${about} You can turn off this reminder in the settings.`,
    yes: "Post anyway",
    no: "Add description",
    danger: false,
    run,
  });
}
