import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import type { MutedWord, NewMutedWord } from "../api/types";
import { toast } from "../ui/toasts";
import { startOver } from "./home";
import { loadUnreadCount } from "./notifications";
import { trendsChanged } from "./trends";

const key = ["muted-words"] as const;
const ENDPOINT = "/api/roost/v1/muted-words";

/** The words that the user mutes, newest first. */
export function useMutedWords() {
  return useQuery({ queryKey: key, queryFn: async () => (await answer(api.GET(ENDPOINT))).data });
}

/** Mutes a word, or changes the options of one that is muted. */
export async function muteWord(word: NewMutedWord): Promise<void> {
  const { data } = await answer(api.POST(ENDPOINT, { body: word }));
  show((words) => [data, ...words.filter(({ id }) => id !== data.id)]);
  readAgain();
}

/** Removes a word at once, and puts it back if the server rejects that. */
export async function unmuteWord(id: string): Promise<void> {
  const before = queries.getQueryData<MutedWord[]>(key);
  show((words) => words.filter((word) => word.id !== id));
  try {
    await answer(api.DELETE(`${ENDPOINT}/{id}`, { params: { path: { id } } }));
    readAgain();
  } catch (error) {
    queries.setQueryData(key, before);
    toast({ text: describe(error), kind: "failure" });
  }
}

function show(change: (words: readonly MutedWord[]) => MutedWord[]): void {
  queries.setQueryData<MutedWord[]>(key, (words) => words && change(words));
}

/** Lists that were read before are read again: the server alone knows what a word hides. */
function readAgain(): void {
  void startOver();
  for (const list of ["latest", "search", "notifications"]) void queries.invalidateQueries({ queryKey: [list] });
  void loadUnreadCount().catch(() => undefined);
  trendsChanged();
}
