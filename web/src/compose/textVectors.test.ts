import twitterText from "twitter-text";
import { describe, expect, it } from "vitest";
import chosen from "../../../server/src/test/resources/text/chosen.json";
import { addressesIn } from "./addresses";
import { exactWeight } from "./exactWeight";

type Entity = [kind: string, start: number, end: number, value: string];

interface Vector {
  text: string;
  weight: number;
  entities: Entity[];
}

const GENERATED = "../../../server/src/test/resources/text/generated.jsonl";

/** Parts of texts that mean something else depending on what is beside them. */
const PIECES = [
  ..."a é # ＃ @ ＠ $ / . .. & - _ : ! , 1 © ’ … 〰 ㊗ ☺ 😀 🙋🏽 🇫🇷 𠀀 日本 みんな word tag com RT RT: (x)".split(" "),
  ..."TWTR alice bob_1 /list example.com t.co/abc t.co/abc?x=1 http:// https:// xn--ls8h.la foo.jp 日本.jp".split(" "),
  ..."?q=1 #frag :80 example.com?x=1 example.com:8080 sub.example.co.uk/path?q=1&r=2#f https://例え.jp/パス".split(" "),
  ...[" ", " ", " ", "\n", "\u3000", "\u200D", "\u200E", "\u202A", "\u0301"],
  ...["1\uFE0F\u20E3", "☺\uFE0F", "👨\u200D👩\u200D👧", "🧑\u200D🚀", "❤\uFE0F\u200D🔥"],
  `https://t.co/${"a".repeat(41)}`,
];

/** Texts for which twitter-text for JavaScript differs from the server; see docs/api.md. */
const KNOWN_DIFFERENCES = [
  {
    reason: "hosts without a protocol: letters that are not ASCII, or a port or query right after the host",
    applies: (text: string) =>
      [...addressesIn(text), ...twitterText.extractUrlsWithIndices(text)].some(({ url }) => !/^https?:/i.test(url)),
  },
];

describe("texts chosen for what they show", () => {
  it.each(chosen as (Vector & { about: string })[])("$about", ({ text, weight, entities }) => {
    const normal = text.normalize("NFC");
    expect({ weight: exactWeight(normal).weight, entities: entitiesOf(normal) }).toEqual({ weight, entities });
  });
});

describe("generated texts", () => {
  const texts = generated(1200);

  // The server's tests read the same file. After a change here: npx vitest run -u textVectors
  it("mean the same to the server", async () => {
    const lines = texts.map((text) => {
      const normal = text.normalize("NFC");
      return JSON.stringify({ text, weight: exactWeight(normal).weight, entities: entitiesOf(normal) });
    });
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(GENERATED);
  });

  it("weigh the same by twitter-text alone, but for known differences", () => {
    const differing = texts
      .map((text) => text.normalize("NFC"))
      .filter((text) => twitterText.parseTweet(text).weightedLength !== exactWeight(text).weight);
    const reasons = differing.map((text) => KNOWN_DIFFERENCES.find(({ applies }) => applies(text))?.reason ?? text);
    expect(new Set(reasons)).toEqual(new Set(KNOWN_DIFFERENCES.map(({ reason }) => reason)));
  });
});

/** A sequence that is the same on every machine. */
function generated(count: number): string[] {
  let state = 280;
  const next = (bound: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(12) }, () => PIECES[next(PIECES.length)] ?? "").join(""),
  );
}

/** What twitter-text finds, with the addresses that the server finds; offsets count code points. */
function entitiesOf(text: string): Entity[] {
  const found = [
    ...addressesIn(text).map(({ start, end, url }) => entity("url", [start, end], url)),
    ...twitterText
      .extractMentionsOrListsWithIndices(text)
      .map(({ indices, screenName, listSlug }) => entity(listSlug === "" ? "mention" : "list", indices, screenName)),
    ...twitterText
      .extractHashtagsWithIndices(text, { checkUrlOverlap: false })
      .map(({ indices, hashtag }) => entity("hashtag", indices, hashtag)),
    ...twitterText.extractCashtagsWithIndices(text).map(({ indices, cashtag }) => entity("cashtag", indices, cashtag)),
  ];
  if (found.length > 0) twitterText.removeOverlappingEntities(found);
  return found
    .filter(({ kind }) => kind !== "list")
    .map(({ kind, indices: [start, end], value }) => [kind, points(text, start), points(text, end), value]);
}

function entity(kind: string, indices: [number, number], value: string) {
  return { kind, indices, value };
}

function points(text: string, units: number): number {
  return Array.from(text.slice(0, units)).length;
}
