import { useQuery } from "@tanstack/react-query";
import { Cell } from "../api/cell";
import { answer, api } from "../api/client";
import { queries } from "../api/queries";
import type { AccountNotice, NewReport, User } from "../api/types";

/** What the user is about to report: a user, or one of their tweets or messages. */
export interface ReportTarget {
  user: Pick<User, "id" | "username">;
  what: "user" | "tweet" | "message";
  tweetId?: string;
  messageId?: string;
}

/** What is being reported, in an open dialog. */
export const reporting = new Cell<ReportTarget | undefined>(undefined);

export function report(target: ReportTarget): void {
  reporting.set(target);
}

export function closeReport(): void {
  reporting.set(undefined);
}

export async function sendReport(body: NewReport): Promise<void> {
  await answer(api.POST("/api/roost/v1/reports", { body }));
}

const noticesKey = ["account-notices"] as const;
const NOTICES = "/api/roost/v1/account-notices";

/** What is on the screen first has the network to itself. */
const STALE_AFTER = 10 * 60_000;

/** What moderators tell the user, the unread ones. */
export function useUnreadNotices() {
  return useQuery({
    queryKey: noticesKey,
    queryFn: async () => (await answer(api.GET(NOTICES, { params: { query: { limit: 20 } } }))).data.filter(({ read }) => !read),
    staleTime: STALE_AFTER,
  });
}

export async function readNotice(id: string): Promise<void> {
  queries.setQueryData<AccountNotice[]>(noticesKey, (notices) => notices?.filter((notice) => notice.id !== id));
  await answer(api.PUT(`${NOTICES}/{id}/read`, { params: { path: { id } } }));
}
