import { Link } from "../ui/Link";
import { paths } from "../ui/paths";
import { countryName } from "../data/countries";
import { type Trends, useHasTrends, useTrends, useTrendsShown, useWanted, WORLDWIDE } from "../data/trends";
import { TrendList } from "./TrendList";
import "./TopTrends.css";

const MOST = 5;

interface Look {
  className: string;
  short?: boolean;
}

/** The first trends, beside a page or below a search field; nothing if there are none. */
export function TopTrends(look: Look) {
  return useHasTrends() ? <Loaded {...look} /> : null;
}

function Loaded(look: Look) {
  useTrendsShown();
  const { data: trends } = useTrends();
  return trends === undefined ? null : <Top {...look} trends={trends} />;
}

function Top({ className, short = false, trends: { location, list } }: Look & { trends: Trends }) {
  const wanted = useWanted(list);
  if (wanted.length === 0) return null;
  return (
    <section className={className} aria-labelledby="top-trends">
      <h2 id="top-trends">{location === WORLDWIDE ? "Trends" : `Trends in ${countryName(location)}`}</h2>
      <TrendList trends={wanted.slice(0, MOST)} short={short} />
      <Link to={paths.trends} className="card-more">
        Show more
      </Link>
    </section>
  );
}
