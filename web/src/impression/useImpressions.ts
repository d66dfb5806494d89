import { useEffect } from "react";
import { paths } from "../ui/paths";
import { users } from "../data/users";
import { openingOf } from "./opening";
import { pageChanged, pageLeft, reportOpening } from "./reports";
import { tweetAround } from "./useSeen";

/** Reports what a member sees and opens to the authors of tweets. */
export function useImpressions(): void {
  useEffect(() => {
    document.addEventListener("visibilitychange", pageChanged);
    window.addEventListener("pagehide", pageLeft);
    document.addEventListener("click", pressed, true);
    document.addEventListener("auxclick", pressed, true);
    // It does not bubble.
    document.addEventListener("play", played, true);
    return () => {
      document.removeEventListener("visibilitychange", pageChanged);
      window.removeEventListener("pagehide", pageLeft);
      document.removeEventListener("click", pressed, true);
      document.removeEventListener("auxclick", pressed, true);
      document.removeEventListener("play", played, true);
    };
  }, []);
}

function pressed(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return;
  const isMiddle = event.type === "auxclick" && event.button === 1;
  if (event.type === "auxclick" && !isMiddle) return;
  const tweet = tweetAround(event.target);
  if (tweet === undefined) return;
  const link = event.target.closest("a");
  const what = {
    href: link?.getAttribute("href") ?? undefined,
    isExternal: link?.target === "_blank",
    isPicture: event.target.closest(".media-open") !== null,
  };
  const kind = openingOf(what, paths.profile(users.get(tweet.author_id)?.username));
  if (kind !== undefined) reportOpening(tweet, kind);
}

/** A GIF plays by itself, a video only if somebody wants that. */
function played({ target }: Event): void {
  if (!(target instanceof HTMLVideoElement) || !target.controls) return;
  const tweet = tweetAround(target);
  if (tweet !== undefined) reportOpening(tweet, "media");
}
