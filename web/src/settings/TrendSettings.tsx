import { Button } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Skeletons } from "../ui/Skeletons";
import { chooseLocation, restoreTopic, useTrendChoices } from "../data/trends";
import { LocationField } from "../trend/LocationField";
import "./setting.css";
import "./TrendSettings.css";

/** The user's location, and the topics that they do not want to see. */
export function TrendSettings() {
  const { data: choices, error, refetch } = useTrendChoices();
  if (error && choices === undefined) return <Failure error={error} retry={() => void refetch()} />;
  if (choices === undefined) return <Skeletons label="trend settings" rows={2} />;
  return (
    <>
      <section className="setting" aria-labelledby="setting-location">
        <h2 id="setting-location">Your location</h2>
        <p>You see the trends of this place, and your tweets count for them. Nobody else sees your choice.</p>
        <LocationField label="Location" location={choices.location} onChoose={(location) => void chooseLocation(location)} />
      </section>
      <section className="setting" aria-labelledby="setting-dismissed">
        <h2 id="setting-dismissed">Topics you dismissed</h2>
        {choices.dismissed.length === 0 ? (
          <p>None. “Not interested in this” in a trend's menu keeps it away.</p>
        ) : (
          <ul className="dismissed">
            {choices.dismissed.map((topic) => (
              <li key={topic}>
                <bdi>{topic}</bdi>
                <Button aria-label={`Show again: ${topic}`} onClick={() => void restoreTopic(topic)}>
                  Show again
                </Button>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
