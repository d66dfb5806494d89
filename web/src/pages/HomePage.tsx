import { useCell } from "../api/cell";
import { IconButton } from "../ui/Button";
import { PageHead } from "../ui/PageHead";
import { PagedList } from "../ui/PagedList";
import { RefreshIcon } from "../ui/icons";
import { arrivingTweets, showWaiting, useHomeTimeline, waitingTweets } from "../data/home";
import { TimelineTweet } from "../tweet/TimelineTweet";
import { Composer } from "../compose/Composer";
import { SendingRows } from "../compose/SendingRow";
import { HomeTabs } from "../list/HomeTabs";
import { OrderMenu } from "../timeline/OrderMenu";
import { NewTweetsPill } from "../timeline/NewTweetsPill";
import { PullToRefresh } from "../timeline/PullToRefresh";
import { isRefreshing, refreshHome } from "../timeline/refreshing";
import { useChosenOrder } from "../data/chosenOrder";
import { EmptyHome } from "./EmptyHome";
import "./HomePage.css";

/** The tweets of the user and of those they follow. */
export function HomePage() {
  const home = useHomeTimeline();
  const busy = useCell(isRefreshing);
  const arriving = useCell(arrivingTweets);
  useChosenOrder();
  return (
    <>
      <PageHead title="Home">
        <OrderMenu />
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
      <HomeTabs>
        <div className="home-composer">
          <Composer target={{}} />
        </div>
        <NewTweetsPill waiting={waitingTweets} onShow={showWaiting} />
        <SendingRows />
        <PagedList
          query={home}
          label="Home timeline"
          render={(id, around) => <TimelineTweet id={id} around={around} />}
          arriving={arriving}
          empty={<EmptyHome />}
        />
      </HomeTabs>
    </>
  );
}
