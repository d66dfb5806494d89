import type { Entities } from "../api/types";

export type Segment =
  | { kind: "text"; text: string }
  | { kind: "mention"; text: string; username: string }
  | { kind: "hashtag"; text: string; tag: string }
  | { kind: "cashtag"; text: string; tag: string }
  | { kind: "url"; text: string; url: string };

type Entity = { start: number; end: number } & (
  | { kind: "mention"; username: string }
  | { kind: "hashtag"; tag: string }
  | { kind: "cashtag"; tag: string }
  | { kind: "url"; url: string }
);

/**
 * Cuts a text where the API's entities begin and end. Their offsets count code points, of which a JavaScript string may
 * have two units each.
 */
export function segmentsOf(content: string, entities: Entities): Segment[] {
  const points = Array.from(content);
  const segments: Segment[] = [];
  let at = 0;
  for (const entity of sorted(entities)) {
    // What overlaps or leaves the text is not an entity of it.
    if (entity.start < at || entity.end > points.length || entity.end <= entity.start) continue;
    pushText(segments, points.slice(at, entity.start));
    segments.push(segmentOf(entity, points.slice(entity.start, entity.end).join("")));
    at = entity.end;
  }
  pushText(segments, points.slice(at));
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
      return { kind: "url", text, url: withProtocol(entity.url) };
  }
}

/** An address as written may lack the protocol; nothing but http and https becomes a link. */
function withProtocol(url: string): string {
  return /^https?:\/\//i.test(url) ? url : `https://${url}`;
}

function pushText(segments: Segment[], points: string[]): void {
  if (points.length > 0) segments.push({ kind: "text", text: points.join("") });
}
