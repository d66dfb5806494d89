import twitterText from "twitter-text";

/** A URL in a text; `start` and `end` count UTF-16 units. */
export interface Address {
  start: number;
  end: number;
  url: string;
}

const { extractUrl, latinAccentChars, validCCTLD, validDomain, validGTLD, validPunycode, validTcoUrl } =
  twitterText.regexen;

const LONGEST_TCO_SLUG = 40;

const LATIN = `[a-z0-9${latinAccentChars.source}]`;
const PUNCTUATION = "-_!\"#$%&'()*+,./:;<=>?@\\[\\]^`{|}~\\s\\u2000-\\u206F";
const ANY_LETTER = `(?:[^${PUNCTUATION}\\uD800-\\uDFFF]|[\\uD800-\\uDBFF][\\uDC00-\\uDFFF])`;
const TOP_LEVEL = `(?:${validGTLD.source}|${validCCTLD.source})`;

const label = (letter: string, within: string) => `(?:${letter}(?:${within}|${letter})*)?${letter}\\.`;

const LATIN_HOST = `(?:${label(LATIN, "[_-]")})*${label(LATIN, "-")}(?:${TOP_LEVEL}|${validPunycode.source})`;
const HOST_AFTER_PROTOCOL = `(?<=https?:\\/\\/)${label(ANY_LETTER, "-")}${TOP_LEVEL}`;

/**
 * The expression of twitter-text with the hosts of its Java edition, which the server uses. Without a protocol the
 * JavaScript edition cuts a host at letters that are not ASCII, and drops a port or a query that no path precedes.
 */
const ADDRESS = new RegExp(
  extractUrl.source.replace(validDomain.source, () => `(?:${LATIN_HOST}|${HOST_AFTER_PROTOCOL})`),
  "gi",
);

/** Finds the URLs that the server finds, in order. */
export function addressesIn(text: string): Address[] {
  return Array.from(text.matchAll(ADDRESS)).flatMap((match) => {
    const [all, , before = "", written = "", protocol] = match;
    const url = accepted(before, written, protocol !== undefined);
    const start = match.index + all.length - written.length;
    return url === undefined ? [] : [{ start, end: start + url.length, url }];
  });
}

function accepted(before: string, url: string, hasProtocol: boolean): string | undefined {
  if (!hasProtocol && /^[-_./]$/.test(before)) return undefined;
  const [shortened, slug = ""] = validTcoUrl.exec(url) ?? [];
  if (shortened === undefined) return url;
  return slug.length > LONGEST_TCO_SLUG ? undefined : shortened;
}
