/** Tweets, and notifications without one. */
const ROW = "article[data-row]";

const rows = () => [...document.querySelectorAll<HTMLElement>(`#main ${ROW}`)];

function rowInFocus(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(ROW) ?? null;
}

/** The ID of the tweet that has or contains the focus. */
export function focusedTweet(): string | undefined {
  return rowInFocus()?.dataset.tweet;
}

/** The page of the row that has or contains the focus. */
export function focusedPage(): string | undefined {
  return rowInFocus()?.dataset.page;
}

/** Moves the focus to the next row, or with -1 to the previous one; without a focus, to the first visible one. */
export function focusTweet(step: 1 | -1): void {
  const all = rows();
  const at = rowInFocus();
  const target = at === null ? all.find(isInSight) : all[all.indexOf(at) + step];
  if (target === undefined) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "nearest" });
}

function isInSight(row: HTMLElement): boolean {
  const { top } = row.getBoundingClientRect();
  return top >= 0 && top < window.innerHeight;
}
