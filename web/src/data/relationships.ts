import { useEffect } from "react";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import { Records, useRecord } from "../api/records";
import type { Relationship } from "../api/types";
import { toast } from "../ui/toasts";
import { dropAuthor, startOver } from "./home";
import { forgetListTweets } from "./listTimeline";
import { currentUser, refreshMe, useMe } from "./me";
import { absorbUsers, users } from "./users";

/** The relationships of the logged-in user, by the ID of the other user. */
export const relationships = new Records<Relationship>();

/** The server accepts no more in one request. */
const MAXIMUM_AT_ONCE = 100;

const wanted = new Set<string>();

/** The relationship with a user, loaded when first needed; none for visitors and the user themselves. */
export function useRelationship(userId: string): Relationship | undefined {
  const me = useMe();
  const mayAsk = me !== null && me.id !== userId && userId !== "";
  useEffect(() => {
    if (mayAsk && relationships.get(userId) === undefined) want(userId);
  }, [mayAsk, userId]);
  return useRecord(relationships, userId);
}

/** The rows of a list appear at the same moment, so one request loads all of them. */
function want(userId: string): void {
  if (wanted.size === 0) setTimeout(() => void loadWanted(), 0);
  wanted.add(userId);
}

async function loadWanted(): Promise<void> {
  const ids = [...wanted];
  wanted.clear();
  for (let at = 0; at < ids.length; at += MAXIMUM_AT_ONCE) await load(ids.slice(at, at + MAXIMUM_AT_ONCE));
}

/** For what must not be shown before it is known. */
export async function loadRelationship(userId: string): Promise<void> {
  if (relationships.get(userId) === undefined && currentUser() !== null) await load([userId]);
}

async function load(ids: string[]): Promise<void> {
  try {
    const { data } = await answer(api.GET("/api/roost/v1/relationships", { params: { query: { ids } } }));
    data.forEach(put);
  } catch {
    // The list is useful without the buttons, which come when it is opened again.
  }
}

function put(relationship: Relationship): void {
  relationships.set(relationship.user_id, relationship);
}

type Change = "following" | "blocking" | "muting";

/** Whether a change removes the user's tweets from the home timeline. */
function hidesAuthor(change: Change, on: boolean): boolean {
  return change === "following" ? !on : on;
}

/**
 * Follows, blocks or mutes a user, or undoes that: visible at once, and reverted if the server rejects it.
 *
 * @param seconds the duration of a mute; permanent without it
 * @returns whether the change succeeded
 */
export async function setRelationship(userId: string, change: Change, on: boolean, seconds?: number): Promise<boolean> {
  const before = relationships.get(userId);
  if (before === undefined) return false;
  put({ ...before, [change]: on, ...(change === "blocking" && on && { following: false, followed_by: false }) });
  countFollow(before, relationships.get(userId) ?? before);
  try {
    put((await send(userId, change, on, seconds)).data);
    if (change !== "muting") refreshCounts(userId);
    if (hidesAuthor(change, on)) dropAuthor(userId);
    if (change !== "following") forgetListTweets();
    forgetLists(change);
    return true;
  } catch (error) {
    countFollow(relationships.get(userId) ?? before, before);
    put(before);
    toast({ text: describe(error), kind: "failure" });
    return false;
  }
}

export type FollowOptions = Pick<Relationship, "hiding_retweets" | "notifying">;

/** Sets what the user wants of a followee: visible at once, and reverted if the server rejects it. */
export async function setFollowOptions(userId: string, options: Partial<FollowOptions>): Promise<boolean> {
  const before = relationships.get(userId);
  if (before === undefined) return false;
  put({ ...before, ...options });
  try {
    put((await answer(api.PUT("/api/roost/v1/users/{id}/follow", { params: { path: { id: userId } }, body: options }))).data);
    if (options.hiding_retweets !== undefined) void startOver();
    return true;
  } catch (error) {
    put(before);
    toast({ text: describe(error), kind: "failure" });
    return false;
  }
}

/** Makes a user stop following the user, who may follow again. */
export async function removeFollower(userId: string): Promise<void> {
  try {
    put((await answer(api.DELETE("/api/roost/v1/users/me/followers/{id}", { params: { path: { id: userId } } }))).data);
    refreshCounts(userId);
    forgetLists("following");
  } catch (error) {
    toast({ text: describe(error), kind: "failure" });
  }
}

function send(id: string, change: Change, on: boolean, seconds: number | undefined) {
  const at = { params: { path: { id } } };
  const mute = { ...at, ...(seconds !== undefined && { body: { duration_seconds: seconds } }) };
  switch (change) {
    case "following":
      return answer(on ? api.PUT("/api/roost/v1/users/{id}/follow", at) : api.DELETE("/api/roost/v1/users/{id}/follow", at));
    case "blocking":
      return answer(on ? api.PUT("/api/roost/v1/users/{id}/block", at) : api.DELETE("/api/roost/v1/users/{id}/block", at));
    case "muting":
      return answer(on ? api.PUT("/api/roost/v1/users/{id}/mute", mute) : api.DELETE("/api/roost/v1/users/{id}/mute", at));
  }
}

function countFollow(from: Relationship, to: Relationship): void {
  const step = Number(to.following) - Number(from.following);
  if (step === 0) return;
  users.update(to.user_id, (user) => ({ ...user, followers_count: Math.max(0, user.followers_count + step) }));
  const me = currentUser();
  if (me) users.update(me.id, (user) => ({ ...user, following_count: Math.max(0, user.following_count + step) }));
}

/** The server alone counts: a block ends follows in both directions. */
function refreshCounts(userId: string): void {
  refreshMe();
  void answer(api.GET("/api/roost/v1/users/{id}", { params: { path: { id: userId } } }))
    .then(({ data }) => absorbUsers([data]))
    .catch(() => undefined);
}

/** Reloads the affected lists when they are shown next. */
function forgetLists(change: Change): void {
  const lists = { following: ["users"], blocking: ["users", "blocked"], muting: ["users", "muted"] }[change];
  void queries.invalidateQueries({ queryKey: lists, refetchType: "none" });
  void queries.invalidateQueries({ queryKey: ["home"], refetchType: "none" });
}
