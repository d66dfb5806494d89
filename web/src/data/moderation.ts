import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { queries } from "../api/queries";
import type { Moderator, NewDecision, OpenedCase, ReportCategory } from "../api/types";
import { pageQuery } from "../api/usePages";
import { absorbUsers } from "./users";

const CASES = "/api/roost/v1/moderation/cases";
const MODERATORS = "/api/roost/v1/moderation/moderators";
const PAGE_SIZE = 30;
const queueKey = ["cases"] as const;
const caseKey = (id: string) => ["case", id] as const;
const moderatorsKey = ["moderators"] as const;
const first: string | undefined = undefined;

export const categories: readonly { value: ReportCategory; label: string }[] = [
  { value: "spam", label: "Spam or a scam" },
  { value: "harassment", label: "Insults or harassment" },
  { value: "hate", label: "Hate against a group of people" },
  { value: "violence", label: "Violence or threats" },
  { value: "sexual", label: "Sexual content or abuse" },
  { value: "self_harm", label: "Self-harm or suicide" },
  { value: "impersonation", label: "Pretending to be someone else" },
  { value: "illegal", label: "Something illegal" },
  { value: "other", label: "Something else" },
];

export function categoryName(category: string): string {
  return categories.find(({ value }) => value === category)?.label ?? category;
}

/** Cases, page by page. */
export function useCases(state: "open" | "closed", category: ReportCategory | undefined) {
  return useInfiniteQuery({
    queryKey: [...queueKey, state, category ?? ""],
    queryFn: async ({ pageParam }) => {
      const query = { state, ...(category !== undefined && { category }), ...pageQuery(PAGE_SIZE, pageParam) };
      const page = await answer(api.GET(CASES, { params: { query } }));
      absorbUsers(page.includes.users);
      return page;
    },
    initialPageParam: first,
    getNextPageParam: (page) => page.meta.next,
    staleTime: 0,
  });
}

export function useCase(id: string) {
  return useQuery({
    queryKey: caseKey(id),
    queryFn: async () => absorbed(await answer(api.GET(`${CASES}/{id}`, at(id)))),
    staleTime: 0,
  });
}

export async function claim(id: string): Promise<void> {
  queries.setQueryData(caseKey(id), absorbed(await answer(api.PUT(`${CASES}/{id}/claim`, at(id)))));
}

export async function release(id: string): Promise<void> {
  await answer(api.DELETE(`${CASES}/{id}/claim`, at(id)));
  await queries.invalidateQueries({ queryKey: caseKey(id) });
}

export async function decide(id: string, body: NewDecision): Promise<void> {
  await answer(api.POST(`${CASES}/{id}/decision`, { ...at(id), body }));
  await Promise.all([caseKey(id), queueKey].map((queryKey) => queries.invalidateQueries({ queryKey })));
}

/** What moderators and operators did, page by page. */
export function useAudit(action: string) {
  return useInfiniteQuery({
    queryKey: ["audit", action],
    queryFn: async ({ pageParam }) => {
      const query = { ...(action !== "" && { action }), ...pageQuery(PAGE_SIZE, pageParam) };
      const page = await answer(api.GET("/api/roost/v1/moderation/audit", { params: { query } }));
      absorbUsers(page.includes.users);
      return page;
    },
    initialPageParam: first,
    getNextPageParam: (page) => page.meta.next,
    staleTime: 0,
  });
}

export function useModerators() {
  return useQuery({
    queryKey: moderatorsKey,
    queryFn: async (): Promise<Moderator[]> => {
      const { data, includes } = await answer(api.GET(MODERATORS));
      absorbUsers(includes.users);
      return data;
    },
    staleTime: 0,
  });
}

export async function setModerator(id: string, on: boolean): Promise<void> {
  await answer(on ? api.PUT(`${MODERATORS}/{id}`, at(id)) : api.DELETE(`${MODERATORS}/{id}`, at(id)));
  await queries.invalidateQueries({ queryKey: moderatorsKey });
}

/** Makes the user of this name a moderator. */
export async function addModerator(username: string): Promise<void> {
  const path = { username: username.trim().replace(/^@/, "") };
  const { data } = await answer(api.GET("/api/roost/v1/users/by/username/{username}", { params: { path } }));
  await setModerator(data.id, true);
}

function absorbed({ data, includes }: { data: OpenedCase; includes: { users: Parameters<typeof absorbUsers>[0] } }): OpenedCase {
  absorbUsers(includes.users);
  return data;
}

function at(id: string) {
  return { params: { path: { id } } };
}
