import { Button } from "../ui/Button";
import { PageHead } from "../ui/PageHead";
import { counted } from "../ui/count";
import { navigate } from "../ui/navigation";
import { useMe } from "../data/me";
import { useUser } from "../data/users";
import { wantedPage } from "../session/nextPage";
import { Suggestions } from "../profile/Suggestions";
import "./WelcomePage.css";

/** Where a newcomer chooses whom to follow. */
export default function WelcomePage() {
  const me = useUser(useMe()?.id ?? "");
  const following = me?.following_count ?? 0;
  return (
    <>
      <PageHead title="Follow a few people" about="Their tweets fill your timeline." />
      <Suggestions />
      <div className="welcome-on">
        <p role="status">{following === 0 ? "" : `You follow ${counted(following, "person", "people")}.`}</p>
        <Button
          look={following === 0 ? "plain" : "primary"}
          className="button-large"
          onClick={() => navigate(wantedPage(), { replace: true })}
        >
          {following === 0 ? "Skip" : "Continue"}
        </Button>
      </div>
    </>
  );
}
