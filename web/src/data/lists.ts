import { useQuery } from "@tanstack/react-query";
import { Cell } from "../api/cell";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import type { List, ListEdit, NewList, User } from "../api/types";
import { toast } from "../ui/toasts";
import { dropAuthor, startOver } from "./home";
import { forgetListTweets } from "./listTimeline";
import { useMe } from "./me";

const ownKey = ["lists"] as const;
const keyOf = (id: string) => ["list", id] as const;
const havingKey = ["lists-having"] as const;
const ofUserKey = ["lists-of-user"] as const;

/** Other devices rarely change them. */
const STALE_AFTER = 5 * 60_000;

const NONE: readonly List[] = [];

/** The user's own lists, oldest first. */
export function useLists() {
  const isMember = useMe() !== null;
  return useQuery({
    queryKey: ownKey,
    queryFn: async () => (await answer(api.GET("/api/roost/v1/lists"))).data,
    staleTime: STALE_AFTER,
    enabled: isMember,
  });
}

/** Those that Home shows as tabs. */
export function usePinnedLists(): readonly List[] {
  return useLists().data?.filter(({ pinned }) => pinned === true) ?? NONE;
}

/** A list of the user, or a public one of somebody else. */
export function useList(id: string) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: async () => (await answer(api.GET("/api/roost/v1/lists/{id}", { params: { path: { id } } }))).data,
    initialData: () => queries.getQueryData<List[]>(ownKey)?.find((list) => list.id === id),
    initialDataUpdatedAt: () => queries.getQueryState(ownKey)?.dataUpdatedAt,
    staleTime: STALE_AFTER,
  });
}

/** The public lists of a user. */
export function useListsOf(userId: string | undefined) {
  return useQuery({
    queryKey: [...ofUserKey, userId],
    queryFn: async () => (await answer(api.GET("/api/roost/v1/users/{id}/lists", { params: { path: { id: userId ?? "" } } }))).data,
    enabled: userId !== undefined,
  });
}

/** The IDs of the user's lists that have another user. */
export function useListsHaving(userId: string) {
  return useQuery({
    queryKey: [...havingKey, userId],
    queryFn: async () => {
      const { data } = await answer(api.GET("/api/roost/v1/lists", { params: { query: { member_id: userId } } }));
      return data.map(({ id }) => id);
    },
    staleTime: 0,
  });
}

/** The user who is being added to lists, in an open dialog. */
export const listing = new Cell<User | undefined>(undefined);

export function addToLists(user: User): void {
  listing.set(user);
}

export function closeListing(): void {
  listing.set(undefined);
}

export async function createList(settings: NewList): Promise<List> {
  const { data } = await answer(api.POST("/api/roost/v1/lists", { body: settings }));
  show(data);
  return data;
}

export async function editList(before: List, settings: ListEdit): Promise<List> {
  const { data } = await answer(api.PATCH("/api/roost/v1/lists/{id}", { params: { path: { id: before.id } }, body: settings }));
  show(data);
  if (data.replies !== before.replies) forgetListTweets(data.id);
  if (data.exclusive !== before.exclusive) await startOver();
  return data;
}

export async function deleteList({ id, exclusive }: List): Promise<void> {
  await answer(api.DELETE("/api/roost/v1/lists/{id}", { params: { path: { id } } }));
  queries.setQueryData<List[]>(ownKey, (lists) => lists?.filter((list) => list.id !== id));
  void queries.invalidateQueries({ queryKey: ofUserKey });
  forgetListTweets(id);
  if (exclusive === true) await startOver();
}

/** Adds a user to a list, or removes them. Returns whether that succeeded. */
export async function setMember(list: List, user: Pick<User, "id" | "username">, on: boolean): Promise<boolean> {
  const at = { params: { path: { id: list.id, user_id: user.id } } };
  try {
    if (on) show((await answer(api.PUT("/api/roost/v1/lists/{id}/members/{user_id}", at))).data);
    else await answer(api.DELETE("/api/roost/v1/lists/{id}/members/{user_id}", at));
  } catch (error) {
    toast({ text: `Couldn't ${on ? "add" : "remove"} @${user.username}. ${describe(error)}`, kind: "failure" });
    return false;
  }
  if (!on) show({ ...list, member_count: Math.max(0, list.member_count - 1) });
  membersChanged(list, user.id, on);
  return true;
}

function membersChanged(list: List, userId: string, on: boolean): void {
  queries.setQueryData<string[]>([...havingKey, userId], (ids) => {
    const others = ids?.filter((id) => id !== list.id);
    return others && (on ? [...others, list.id] : others);
  });
  void queries.invalidateQueries({ queryKey: ["users", "list-members", list.id] });
  forgetListTweets(list.id);
  if (list.exclusive !== true) return;
  if (on) dropAuthor(userId);
  else void startOver();
}

function show(list: List): void {
  queries.setQueryData<List[]>(ownKey, (lists) => {
    if (lists === undefined) return undefined;
    return lists.some(({ id }) => id === list.id) ? lists.map((each) => (each.id === list.id ? list : each)) : [...lists, list];
  });
  queries.setQueryData<List>(keyOf(list.id), list);
  void queries.invalidateQueries({ queryKey: ofUserKey });
}
