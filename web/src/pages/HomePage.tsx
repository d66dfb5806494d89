import { useCell } from "../api/cell";
import { IconButton } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { PagedList } from "../ui/PagedList";
import { RefreshIcon } from "../ui/icons";
import { useHomeTimeline } from "../data/home";
import { FindByName } from "../profile/FindByName";
import { TweetRow } from "../tweet/TweetRow";
import { Composer } from "../compose/Composer";
import { SendingRows } from "../compose/SendingRow";
import { NewTweetsPill } from "../timeline/NewTweetsPill";
import { PullToRefresh } from "../timeline/PullToRefresh";
import { isRefreshing, refreshHome } from "../timeline/refreshing";
import "./HomePage.css";

/** Tweets of oneself and of those one follows, the newest first. */
export function HomePage() {
  const home = useHomeTimeline();
  const busy = useCell(isRefreshing);
  return (
    <>
      <PageHead title="Home">
        <IconButton
          label="Refresh"
          onClick={() => void refreshHome()}
          aria-busy={busy}
          className={busy ? "turning" : ""}
        >
          <RefreshIcon />
        </IconButton>
      </PageHead>
      <PullToRefresh />
      <div className="home-composer">
        <Composer target={{}} />
      </div>
      <NewTweetsPill />
      <SendingRows />
      <PagedList
        query={home}
        label="Home timeline"
        render={(id) => <TweetRow id={id} />}
        empty={
          <Notice title="It is quiet here" action={<FindByName />}>
            Follow someone to see what they say, or write the first tweet yourself. Whom do you know here?
          </Notice>
        }
      />
    </>
  );
}
