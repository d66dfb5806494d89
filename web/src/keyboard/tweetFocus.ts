const rows = () => [...document.querySelectorAll<HTMLElement>("#main article[data-tweet]")];

function rowInFocus(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>("article[data-tweet]") ?? null;
}

/** The ID of the tweet that has or contains the focus. */
export function focusedTweet(): string | undefined {
  return rowInFocus()?.dataset.tweet;
}

/** Moves the focus to the next tweet, or with -1 to the previous one; without a focus, to the first visible one. */
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
