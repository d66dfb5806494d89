import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { startOver } from "../data/home";
import { useMe } from "../data/me";
import { useUser } from "../data/users";
import { FindByName } from "../profile/FindByName";
import { Suggestions } from "../profile/Suggestions";

/** What fills a home timeline without tweets. */
export function EmptyHome() {
  const me = useUser(useMe()?.id ?? "");
  const follows = (me?.following_count ?? 0) > 0;
  return (
    <>
      <Notice
        title="Your timeline is empty"
        action={
          follows ? (
            <Button look="primary" onClick={() => void startOver()}>
              Show my timeline
            </Button>
          ) : (
            <FindByName />
          )
        }
      >
        Follow a few people to fill it, or write the first tweet yourself.
      </Notice>
      <div className="home-people">
        <Suggestions />
      </div>
    </>
  );
}
