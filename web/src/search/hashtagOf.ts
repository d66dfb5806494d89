const hashtag = /^[#＃]([\p{L}\p{M}\p{N}\p{Pc}\p{Join_Control}·・]*)$/u;

/** The hashtag that a search is, without its sign, if it is nothing else. The server knows the exact rules. */
export function hashtagOf(words: string): string | undefined {
  const tag = hashtag.exec(words)?.[1];
  return tag !== undefined && /\p{L}/u.test(tag) ? tag : undefined;
}
