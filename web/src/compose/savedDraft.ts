import { describe } from "../api/problem";
import { randomId } from "../api/randomId";
import type { SavedDraft } from "../api/types";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { openComposer } from "../data/composer";
import { type Draft, isEmpty, joined } from "../data/draftParts";
import { changeDraft, sendDraft, type Target } from "../data/drafts";
import { deleteDraft, saveDraft } from "../data/unsent";
import { draftOf, savedOf, targetOf } from "./savedContent";

/** Moves a draft from this device to the server, where all devices find it. */
export async function keepOnServer(draft: Draft, target: Target): Promise<void> {
  const { posted, failed } = sendDraft(target, draft);
  try {
    await saveDraft(randomId(), savedOf(draft, target));
    posted();
    toast({ text: "Saved in your drafts.", action: { label: "View", run: () => navigate(paths.drafts) } });
  } catch (error) {
    failed();
    toast({ text: `Not saved. ${describe(error)}`, kind: "failure" });
  }
}

/** Moves a draft from the server to this device, and opens the composer. */
export async function takeFromServer(saved: SavedDraft): Promise<void> {
  const target = targetOf(saved);
  changeDraft(target, (before) => joined(before, draftOf(saved)));
  openComposer(target);
  await deleteDraft(saved.id).catch(() => undefined);
}

export const maySave = (draft: Draft): boolean => !isEmpty(draft);
