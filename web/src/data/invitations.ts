import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { queries } from "../api/queries";
import type { NewInvitation } from "../api/types";

const queryKey = ["invitations"] as const;
const ALL = "/api/roost/v1/invitations";

/** The newest invitations; for operators. */
export function useInvitations() {
  return useQuery({ queryKey, queryFn: async () => (await answer(api.GET(ALL))).data, staleTime: 0 });
}

export async function createInvitation(body: NewInvitation): Promise<void> {
  await answer(api.POST(ALL, { body }));
  await queries.invalidateQueries({ queryKey });
}

export async function deleteInvitation(id: string): Promise<void> {
  await answer(api.DELETE(`${ALL}/{id}`, { params: { path: { id } } }));
  await queries.invalidateQueries({ queryKey });
}
