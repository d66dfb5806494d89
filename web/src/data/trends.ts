import { useEffect, useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { Cell, useCell } from "../api/cell";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import type { Trend, TrendChoices } from "../api/types";
import { toast } from "../ui/toasts";
import { currentUser } from "./me";
import { Offer } from "./offers";

export const WORLDWIDE = "worldwide";

/** More than anybody reads. */
const LIMIT = 30;

/** The list changes once a minute. */
const EVERY = 60_000;

const trendsKey = ["trends"] as const;
const choicesKey = ["trend-choices"] as const;

/** Whether the server detects trends. */
export const trending = new Offer("roost.no-trends", true);

export function useHasTrends(): boolean {
  return useCell(trending.isOffered);
}

/** Identifies a topic, whose spelling can change. */
export const topicKey = (topic: string): string => topic.toLowerCase();

/** The topics that the user dismissed during this visit, which lists show no longer, whatever they know. */
const dismissed = new Cell<ReadonlySet<string>>(new Set());

/** Those of the trends that the user did not dismiss. */
export function useWanted(trends: readonly Trend[]): readonly Trend[] {
  const unwanted = useCell(dismissed);
  return useMemo(() => trends.filter(({ topic }) => !unwanted.has(topicKey(topic))), [trends, unwanted]);
}

export interface Trends {
  location: string;
  list: readonly Trend[];
}

/** @param location the code of a country, or `worldwide`; without it, what the user chose */
export function useTrends(location?: string) {
  return useQuery({
    queryKey: [...trendsKey, location ?? "chosen"],
    queryFn: async (): Promise<Trends> => {
      const query = { limit: LIMIT, ...(location !== undefined && { location }) };
      const { data, meta } = await answer(api.GET("/api/roost/v1/trends", { params: { query } }));
      return { location: meta.location, list: data };
    },
    // Visitors have no stream.
    refetchInterval: currentUser() === null ? EVERY : false,
  });
}

/** The stream says that the list changed, or may have while it was away. */
export function trendsChanged(): void {
  void queries.invalidateQueries({ queryKey: trendsKey });
}

/** How many lists of trends are on the screen, even if empty; the stream says when they change. */
export const shownTrends = new Cell(0);

/** Called by each list of trends. */
export function useTrendsShown(): void {
  useEffect(() => {
    shownTrends.update((count) => count + 1);
    return () => shownTrends.update((count) => count - 1);
  }, []);
}

/** The user's location, and the topics that they dismissed. */
export function useTrendChoices(wanted = true) {
  return useQuery({
    queryKey: choicesKey,
    queryFn: async () => (await answer(api.GET("/api/roost/v1/users/me/trends"))).data,
    enabled: wanted,
  });
}

/** Sets the user's location: shown at once, and reverted if the server rejects it. */
export async function chooseLocation(location: string): Promise<void> {
  const before = queries.getQueryData<TrendChoices>(choicesKey);
  showChoices((choices) => ({ ...choices, location }));
  try {
    await answer(api.PATCH("/api/roost/v1/users/me/trends", { body: { location } }));
    trendsChanged();
  } catch (error) {
    queries.setQueryData(choicesKey, before);
    toast({ text: `Couldn't change your location. ${describe(error)}`, kind: "failure" });
  }
}

/** Removes a topic from the user's trends at once, and offers to take that back. */
export async function dismissTopic(topic: string): Promise<void> {
  showDismissed(topic, true);
  try {
    await answer(api.PUT("/api/roost/v1/users/me/trends/dismissed/{topic}", { params: { path: { topic } } }));
    toast({ text: `You won't see ${topic} in trends.`, action: { label: "Undo", run: () => void restoreTopic(topic) } });
  } catch (error) {
    showDismissed(topic, false);
    toast({ text: `Couldn't dismiss ${topic}. ${describe(error)}`, kind: "failure" });
  }
}

/** Takes a dismissal back. */
export async function restoreTopic(topic: string): Promise<void> {
  showDismissed(topic, false);
  try {
    await answer(api.DELETE("/api/roost/v1/users/me/trends/dismissed/{topic}", { params: { path: { topic } } }));
    trendsChanged();
  } catch (error) {
    showDismissed(topic, true);
    toast({ text: `Couldn't bring ${topic} back. ${describe(error)}`, kind: "failure" });
  }
}

function showDismissed(topic: string, isDismissed: boolean): void {
  const key = topicKey(topic);
  const changed = (keys: Iterable<string>) => [...[...keys].filter((each) => each !== key), ...(isDismissed ? [key] : [])];
  dismissed.update((keys) => new Set(changed(keys)));
  showChoices((choices) => ({ ...choices, dismissed: changed(choices.dismissed).sort() }));
}

function showChoices(change: (choices: TrendChoices) => TrendChoices): void {
  queries.setQueryData<TrendChoices>(choicesKey, (choices) => choices && change(choices));
}
