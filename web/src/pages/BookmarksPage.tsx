import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { PagedList } from "../ui/PagedList";
import { useBookmarks } from "../data/tweetLists";
import { TweetRow } from "../tweet/TweetRow";

export default function BookmarksPage() {
  return (
    <>
      <PageHead title="Bookmarks" about="Only you can see these" />
      <PagedList
        query={useBookmarks()}
        label="Bookmarks"
        render={(id) => <TweetRow id={id} />}
        empty={<Notice title="No bookmarks yet">Tweets that you bookmark appear here.</Notice>}
      />
    </>
  );
}
