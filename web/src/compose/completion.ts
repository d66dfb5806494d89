/** A name or hashtag that is being written. */
export interface Unfinished {
  kind: "user" | "hashtag";
  /** Where it begins, at its sign, and ends, in units of the text. */
  start: number;
  end: number;
  /** What is written of it before the caret, without its sign. */
  written: string;
}

const signs = {
  user: { sign: /[@＠]/u, letters: /^\w{1,50}$/, rest: /^\w*/, before: /[\w!#$%&*@＠]$/u },
  hashtag: {
    sign: /[#＃]/u,
    letters: /^[\p{L}\p{M}\p{N}_]{1,100}$/u,
    rest: /^[\p{L}\p{M}\p{N}_]*/u,
    before: /[\p{L}\p{M}\p{N}_&/]$/u,
  },
} as const;

const MAXIMUM_LENGTH = 101;

/** Finds the name or hashtag that the caret is in or behind, unless it is part of a URL or an email address. */
export function unfinishedAt(text: string, caret: number): Unfinished | undefined {
  const near = text.slice(Math.max(0, caret - MAXIMUM_LENGTH), caret);
  const at = Math.max(...["@", "＠", "#", "＃"].map((sign) => near.lastIndexOf(sign)));
  if (at < 0) return undefined;
  const start = caret - near.length + at;
  const kind = signs.user.sign.test(text.charAt(start)) ? "user" : "hashtag";
  const { letters, rest, before } = signs[kind];
  const written = text.slice(start + 1, caret);
  const leading = text.slice(0, start);
  if (!letters.test(written) || before.test(leading) || isUrl(leading)) return undefined;
  return { kind, start, end: caret + (rest.exec(text.slice(caret))?.[0].length ?? 0), written };
}

/** Whether a URL goes on at the end of a text: with a scheme, or with a host and a path. */
function isUrl(leading: string): boolean {
  const word = /\S*$/.exec(leading)?.[0] ?? "";
  return word.includes("://") || /[\p{L}\p{N}]\.\p{L}[^\s]*[/?#]/u.test(word);
}

/** What to write instead, with a space behind it unless there is one. */
export function completed({ end }: Unfinished, text: string, name: string): string {
  return /^\s/.test(text.slice(end)) ? name : `${name} `;
}
