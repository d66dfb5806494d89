import type { Tweet } from "../api/types";
import { useCard } from "../data/cards";
import { withProtocol } from "./segments";
import "./LinkCard.css";

/** What the page behind a tweet's first link says about itself. A quoted tweet takes its place. */
export function LinkCard({ tweet }: { tweet: Tweet }) {
  const card = useCard(tweet.entities.urls[0]?.url);
  if (card === undefined || tweet.quote_of_id) return null;
  return (
    <a className="link-card" href={withProtocol(card.url)} target="_blank" rel="noopener nofollow">
      <bdi className="link-card-site">{card.site}</bdi>
      <span className="link-card-title" dir="auto">
        {card.title}
      </span>
      {card.description ? (
        <span className="link-card-description" dir="auto">
          {card.description}
        </span>
      ) : null}
    </a>
  );
}
