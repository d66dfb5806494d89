import { useState } from "react";
import type { Trend } from "../api/types";
import { Button } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Notice } from "../ui/Notice";
import { Skeletons } from "../ui/Skeletons";
import { countryName } from "../data/countries";
import { useMe } from "../data/me";
import { chooseLocation, useTrendChoices, useTrends, useTrendsShown, useWanted, WORLDWIDE } from "../data/trends";
import { LocationField } from "./LocationField";
import { TrendList } from "./TrendList";
import "./TrendsHere.css";

const NONE: readonly Trend[] = [];

/** The trends of a place: at first the one that the user chose. */
export function TrendsHere() {
  useTrendsShown();
  const isMember = useMe() !== null;
  const [chosen, setChosen] = useState<string>();
  const { data: trends, error, refetch } = useTrends(chosen);
  const wanted = useWanted(trends?.list ?? NONE);
  const mine = useTrendChoices(isMember).data?.location;
  const location = chosen ?? trends?.location ?? WORLDWIDE;
  return (
    <>
      <div className="trends-place">
        <LocationField label="Trends in" location={location} onChoose={setChosen} />
        {mine !== undefined && mine !== location ? (
          <Button look="quiet" onClick={() => void chooseLocation(location)}>
            Make this my location
          </Button>
        ) : null}
      </div>
      {trends !== undefined && wanted.length > 0 ? (
        <TrendList key={trends.location} trends={wanted} />
      ) : trends !== undefined ? (
        <Notice title={location === WORLDWIDE ? "Nothing is trending" : `Nothing is trending in ${countryName(location)}`}>
          What clearly more people write about than usual appears here.
        </Notice>
      ) : error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : (
        <Skeletons label="trends" />
      )}
    </>
  );
}
