import type { User } from "../api/types";
import type { MenuItem } from "../ui/Menu";
import { SearchIcon } from "../ui/icons";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { searchesTweets } from "../data/searching";

/** Opens a search of a user's tweets, to which words can be added; no item if this server does not search tweets. */
export function searchItem({ username }: User, label = "Search their tweets"): readonly MenuItem[] {
  return searchesTweets() ? [{ label, icon: <SearchIcon />, run: () => navigate(paths.search(`from:${username} `)) }] : [];
}
