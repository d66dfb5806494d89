import { Failure } from "../ui/Failure";
import { Notice } from "../ui/Notice";
import { Skeletons } from "../ui/Skeletons";
import { useAsList, useSuggestions } from "../data/suggestions";
import { FindByName } from "./FindByName";
import { SuggestionRow } from "./SuggestionRow";

/** All suggested users. */
export function Suggestions() {
  const { data: ids, isPending, error, refetch } = useSuggestions();
  useAsList();
  if (isPending) return <Skeletons label="people to follow" />;
  if (ids === undefined) return <Failure error={error} retry={() => void refetch()} />;
  if (ids.length === 0) {
    return (
      <Notice title="Nobody to suggest yet" action={<FindByName />}>
        Do you know somebody's username?
      </Notice>
    );
  }
  return (
    <div role="feed" aria-label="People to follow">
      {ids.map((id) => (
        <SuggestionRow key={id} id={id} />
      ))}
    </div>
  );
}
