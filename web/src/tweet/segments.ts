import type { Entities } from "../api/types";
import type { Range } from "./highlights";

export type Segment = { isMarked?: boolean } & (
  | { kind: "text"; text: string }
  | { kind: "mention"; text: string; username: string }
  | { kind: "hashtag"; text: string; tag: string }
  | { kind: "cashtag"; text: string; tag: string }
  | { kind: "url"; text: string; url: string }
);

const LONGEST_PATH = 25;

type Entity = { start: number; end: number } & (
  | { kind: "mention"; username: string }
  | { kind: "hashtag"; tag: string }
  | { kind: "cashtag"; tag: string }
  | { kind: "url"; url: string }
);

/**
 * Splits a text at the entities of the API, and at the parts to mark. Their offsets count code points, which can take two
 * units of a JavaScript string.
 */
export function segmentsOf(content: string, entities: Entities, marked: readonly Range[] = []): Segment[] {
  const points = Array.from(content);
  const segments: Segment[] = [];
  let at = 0;
  const pushTextTo = (end: number) => {
    for (const { start, end: stop } of marked) {
      const from = Math.max(at, start);
      const to = Math.min(end, stop);
      if (from >= to) continue;
      pushText(segments, points.slice(at, from));
      pushText(segments, points.slice(from, to), true);
      at = to;
    }
    pushText(segments, points.slice(at, end));
  };
  for (const entity of sorted(entities)) {
    // Ignore an entity that overlaps another or exceeds the text.
    if (entity.start < at || entity.end > points.length || entity.end <= entity.start) continue;
    pushTextTo(entity.start);
    const segment = segmentOf(entity, points.slice(entity.start, entity.end).join(""));
    const isMarked = marked.some(({ start, end }) => start < entity.end && end > entity.start);
    segments.push(isMarked ? { ...segment, isMarked } : segment);
    at = entity.end;
  }
  pushTextTo(points.length);
  return segments;
}

function sorted(entities: Entities): Entity[] {
  return [
    ...entities.mentions.map((each): Entity => ({ ...each, kind: "mention" })),
    ...entities.hashtags.map((each): Entity => ({ ...each, kind: "hashtag" })),
    ...entities.cashtags.map((each): Entity => ({ ...each, kind: "cashtag" })),
    ...entities.urls.map((each): Entity => ({ ...each, kind: "url" })),
  ].sort((a, b) => a.start - b.start);
}

function segmentOf(entity: Entity, text: string): Segment {
  switch (entity.kind) {
    case "mention":
      return { kind: "mention", text, username: entity.username };
    case "hashtag":
    case "cashtag":
      return { kind: entity.kind, text, tag: entity.tag };
    case "url":
      return { kind: "url", text: shortened(text), url: withProtocol(entity.url) };
  }
}

/** A URL as written can lack the scheme; only http and https become links. */
export function withProtocol(url: string): string {
  return /^https?:\/\//i.test(url) ? url : `https://${url}`;
}

/** Host and the beginning of the path: enough to see where a link leads, however long it is. */
function shortened(url: string): string {
  const [, host = "", path = ""] = /^(?:https?:\/\/)?(?:www\.)?([^/?#]*)(.*)$/is.exec(url) ?? [];
  const letters = Array.from(path === "/" ? "" : path);
  return host + (letters.length > LONGEST_PATH ? `${letters.slice(0, LONGEST_PATH).join("")}…` : letters.join(""));
}

/** Several empty lines are one. */
function pushText(segments: Segment[], points: string[], isMarked = false): void {
  if (points.length === 0) return;
  segments.push({ kind: "text", text: points.join("").replace(/\n\s*\n\s*\n/g, "\n\n"), ...(isMarked && { isMarked }) });
}

/** The first lines of a text, or undefined if it has no more than these. */
export function firstLines(segments: readonly Segment[], lines: number): Segment[] | undefined {
  let left = lines;
  for (const [index, segment] of segments.entries()) {
    const breaks = [...segment.text.matchAll(/\n/g)];
    const end = breaks[left - 1]?.index;
    if (end !== undefined) return [...segments.slice(0, index), { kind: "text", text: segment.text.slice(0, end) }];
    left -= breaks.length;
  }
  return undefined;
}
