import { navigate } from "../ui/navigation";
import { paths, type SearchPart } from "../ui/paths";
import { addRecentSearch } from "../data/recentSearches";

/** Opens the results of a search, and remembers its words. */
export function searchFor(text: string, part?: SearchPart): void {
  const words = text.trim();
  if (words !== "") addRecentSearch(words);
  navigate(paths.search(words, part));
}
