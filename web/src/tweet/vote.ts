import { answer, api } from "../api/client";
import { codeOf, describe } from "../api/problem";
import { toast } from "../ui/toasts";
import { readTweets, setPoll } from "../data/tweets";

/** Votes in a poll. If the vote is rejected, says why, and shows the poll as it is. */
export async function vote(pollId: string, choice: number): Promise<void> {
  try {
    const params = { path: { id: pollId } };
    setPoll(pollId, (await answer(api.POST("/api/roost/v1/polls/{id}/votes", { params, body: { choice } }))).data);
  } catch (error) {
    toast({ text: `Your vote was not counted. ${describe(error)}`, kind: "failure" });
    if (["already_voted", "poll_ended"].includes(codeOf(error) ?? "")) await readTweets([pollId]).catch(() => undefined);
  }
}
