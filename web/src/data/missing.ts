import { useEffect } from "react";
import { useCell } from "../api/cell";
import { answer, api } from "../api/client";
import { statusOf } from "../api/problem";
import { Records, useRecord } from "../api/records";
import { recovered } from "../api/recovery";
import type { Relationship } from "../api/types";
import { currentUser } from "./me";
import { loadRelationship, relationships } from "./relationships";
import { absorb, readTweets, setGone, tombstones, type TweetRecord, tweets, useTweet } from "./tweets";

/** The server accepts no more in one request. */
const MAXIMUM_AT_ONCE = 100;

/** Why a tweet is not shown; `unknown` while that is being found out, `unreadable` if the server did not say. */
export type Absence = "unknown" | "unreadable" | "deleted" | "hidden" | "blocked" | "muted";

export interface Sight {
  record: TweetRecord | undefined;
  /** Undefined if the record is to be shown. */
  absence: Absence | undefined;
}

/** Tweets of muted users that the user wants to see nevertheless. */
const revealed = new Records<true>();

/** Tweets that a list left out, though the user may read them: their author is blocked or muted. */
const leftOut = new Records<true>();

const unreadable = new Records<true>();
const wanted = new Set<string>();

export function reveal(id: string): void {
  revealed.set(id, true);
}

/**
 * A tweet that belongs to another one, or why it is not shown. That a response did not contain it does not mean that it was
 * deleted: unknown tweets are read from the server.
 */
export function useSight(id: string): Sight {
  const record = useTweet(id);
  const tombstone = useRecord(tombstones, id);
  const relationship = useRecord(relationships, record?.tweet.author_id ?? "");
  const isRevealed = useRecord(revealed, id) ?? false;
  const isLeftOut = useRecord(leftOut, id) ?? false;
  const failed = useRecord(unreadable, id) ?? false;
  const isUnknown = record === undefined && tombstone === undefined;
  const recoveries = useCell(recovered);
  useEffect(() => {
    if (isUnknown) want(id);
  }, [isUnknown, id, recoveries]);
  if (record === undefined) return { record, absence: tombstone?.tombstone ?? (failed ? "unreadable" : "unknown") };
  return { record, absence: absenceOf(record, relationship, isLeftOut, isRevealed) };
}

function absenceOf(
  record: TweetRecord,
  relationship: Relationship | undefined,
  isLeftOut: boolean,
  isRevealed: boolean,
): Absence | undefined {
  if (record.gone) return "deleted";
  if (relationship?.blocking) return "blocked";
  if (relationship?.blocked_by) return "hidden";
  if (relationship?.muting && !isRevealed) return "muted";
  return isLeftOut && relationship === undefined ? "unknown" : undefined;
}

/** The rows of a page appear at the same moment, so one request reads all of their missing tweets. */
function want(id: string): void {
  if (wanted.size === 0) setTimeout(() => void readWanted(), 0);
  wanted.add(id);
}

async function readWanted(): Promise<void> {
  const ids = [...wanted].filter((id) => tweets.get(id) === undefined);
  wanted.clear();
  for (let at = 0; at < ids.length; at += MAXIMUM_AT_ONCE) await readAll(ids.slice(at, at + MAXIMUM_AT_ONCE));
}

async function readAll(ids: readonly string[]): Promise<void> {
  try {
    const there = await readTweets(ids);
    await Promise.all(ids.filter((id) => !there.has(id)).map(findReason));
  } catch {
    // The connection is down: they are asked for again when it is back.
    for (const id of ids) unreadable.set(id, true);
  }
}

/** A list leaves out tweets of blocked and muted users, which can be read one by one, and those that cannot be read. */
async function findReason(id: string): Promise<void> {
  try {
    const found = await answer(api.GET("/api/roost/v1/tweets/{id}", { params: { path: { id } } }));
    if (currentUser() !== null) leftOut.set(id, true);
    absorb(found);
    await loadRelationship(found.data.author_id);
  } catch (error) {
    if (statusOf(error) === 404) tombstones.set(id, { id, tombstone: "deleted" });
    else if (statusOf(error) === 403) tombstones.set(id, { id, tombstone: "hidden" });
    else unreadable.set(id, true);
  }
}

/** Marks those of the tweets as gone that were deleted; a list also leaves out what is hidden. */
export async function findDeleted(ids: readonly string[]): Promise<void> {
  const there = await readTweets(ids);
  await Promise.all(ids.filter((id) => !there.has(id)).map(markIfDeleted));
}

async function markIfDeleted(id: string): Promise<void> {
  try {
    await answer(api.GET("/api/roost/v1/tweets/{id}", { params: { path: { id } } }));
  } catch (error) {
    if (statusOf(error) === 404) setGone(id, true);
  }
}
