import { Records, useRecord } from "../api/records";
import { type Draft, EMPTY_DRAFT, isEmpty, joined, parsed, written } from "./draftParts";
import { currentUser } from "./me";
import { storedId } from "./uploads";

/** What a draft is for: a new tweet, a reply, a quote, or a message to a conversation. */
export interface Target {
  replyTo?: string;
  quoteOf?: string;
  conversation?: string;
}

const PREFIX = "roost.draft.";

/** Drafts belong to a user: another one may use the same browser. */
const prefixOfUser = () => `${PREFIX}${currentUser()?.id ?? ""}.`;

const keyOf = (target: Target): string => prefixOfUser() + nameOf(target);

function nameOf({ replyTo, quoteOf, conversation }: Target): string {
  if (conversation) return `message.${conversation}`;
  return replyTo ? `reply.${replyTo}` : quoteOf ? `quote.${quoteOf}` : "new";
}

/** Drafts, kept on this device until they are posted or the user logs out. */
const drafts = new Records<Draft>();

/** The keys of drafts that were changed, to store them again. */
const changed = new Set<string>();

/** Drafts on their way to the server. They are kept like others until it has them, but are not shown. */
const leaving = new Map<string, readonly Draft[]>();

export function readDraft(target: Target): Draft {
  return known(keyOf(target));
}

/** The same draft on the page and in the dialog. */
export function useDraft(target: Target): Draft {
  const key = keyOf(target);
  return useRecord(drafts, key) ?? known(key);
}

/** Reads a stored draft once, so that it is the same object each time. */
function known(key: string): Draft {
  const draft = drafts.get(key);
  if (draft !== undefined) return draft;
  const stored = read(key);
  if (stored !== EMPTY_DRAFT) drafts.set(key, stored);
  return stored;
}

function read(key: string): Draft {
  try {
    const stored = localStorage.getItem(key);
    return stored === null ? EMPTY_DRAFT : parsed(stored);
  } catch {
    return EMPTY_DRAFT;
  }
}

export function keepDraft(target: Target, draft: Draft): void {
  set(keyOf(target), draft);
}

/** Changes a draft as it is now, for what was chosen a moment ago. */
export function changeDraft(target: Target, change: (draft: Draft) => Draft): void {
  keepDraft(target, change(readDraft(target)));
}

function set(key: string, draft: Draft): void {
  drafts.set(key, draft);
  changed.add(key);
  store(key);
}

/** Stores the drafts again when the server has one of their files. */
export function storeDrafts(): void {
  changed.forEach(store);
}

/**
 * Clears a draft that is being posted.
 *
 * @returns what to call when it was posted, or to make it a draft again, before one that was started meanwhile
 */
export function sendDraft(target: Target, draft: Draft): { posted: () => void; failed: () => void } {
  const key = keyOf(target);
  const others = () => leaving.get(key) ?? [];
  const arrived = () => {
    const left = others().filter((_, index) => index !== others().indexOf(draft));
    if (left.length === 0) leaving.delete(key);
    else leaving.set(key, left);
  };
  leaving.set(key, [...others(), draft]);
  set(key, EMPTY_DRAFT);
  return {
    posted: () => {
      arrived();
      store(key);
    },
    failed: () => {
      arrived();
      set(key, joined(draft, drafts.get(key) ?? EMPTY_DRAFT));
    },
  };
}

function store(key: string): void {
  const draft = [...(leaving.get(key) ?? []), drafts.get(key) ?? EMPTY_DRAFT].reduce(joined, EMPTY_DRAFT);
  try {
    if (isEmpty(draft)) localStorage.removeItem(key);
    else localStorage.setItem(key, written(draft, storedId));
  } catch {
    // Without storage, the draft lives until the page closes.
  }
}

/** Forgets the drafts of the user, who logs out. */
export function forgetDrafts(): void {
  const prefix = prefixOfUser();
  drafts.clear();
  changed.clear();
  leaving.clear();
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // There is no storage to clear.
  }
}
