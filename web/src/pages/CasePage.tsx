import { Failure } from "../ui/Failure";
import { PageHead } from "../ui/PageHead";
import { Skeletons } from "../ui/Skeletons";
import { useCase } from "../data/moderation";
import { useUser } from "../data/users";
import { CaseView } from "../moderation/CaseView";

/** A case, for moderators. */
export default function CasePage({ id }: { id: string }) {
  const { data, error, refetch } = useCase(id);
  const user = useUser(data?.summary.user_id ?? "");
  return (
    <>
      <PageHead title={user ? `Case: @${user.username}` : "Case"} back {...(data?.summary.suspended && { about: "Suspended" })} />
      {data !== undefined ? <CaseView opened={data} /> : error ? <Failure error={error} retry={() => void refetch()} /> : <Skeletons label="the case" />}
    </>
  );
}
