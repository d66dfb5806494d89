import { Link } from "../ui/Link";
import { PageHead } from "../ui/PageHead";
import { ForwardIcon } from "../ui/icons";
import { navigate } from "../ui/navigation";
import { paths, type SettingsPart } from "../ui/paths";
import { useHasTrends } from "../data/trends";
import { groups, order } from "../settings/groups";
import "./SettingsPage.css";

/**
 * The settings, with a URL for each part. A phone shows either the list of groups or one of them, a wider screen both next
 * to each other.
 */
export default function SettingsPage({ part }: { part: SettingsPart | undefined }) {
  const { label, content } = groups[part ?? "account"];
  return (
    <div className="settings" data-part={part}>
      {part === undefined ? (
        <PageHead title="Settings" />
      ) : (
        <PageHead title={label} tab={`${label} · Settings`} back backTo={paths.settings()} />
      )}
      <div className="settings-columns">
        <SettingsList here={part} />
        <div className="settings-content">{content}</div>
      </div>
    </div>
  );
}

function SettingsList({ here }: { here: SettingsPart | undefined }) {
  const hasTrends = useHasTrends();
  return (
    <nav className="settings-list" aria-label="Settings">
      <ul>
        {order.map(({ part, below }) => (
          <li key={part}>
            <SettingsLink part={part} isHere={part === here} isFirst={here === undefined && part === "account"} />
            {below.length === 0 ? null : (
              <ul>
                {below
                  .filter((each) => each !== "trends" || hasTrends)
                  .map((each) => (
                    <li key={each}>
                      <SettingsLink part={each} isHere={each === here} />
                    </li>
                  ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface SettingsLinkProps {
  part: SettingsPart;
  isHere: boolean;
  /** Whether a wide screen shows this part because none has been chosen. */
  isFirst?: boolean;
}

function SettingsLink({ part, isHere, isFirst = false }: SettingsLinkProps) {
  const { label, about } = groups[part];
  return (
    <Link
      to={paths.settings(part)}
      className={isFirst ? "settings-link settings-first" : "settings-link"}
      aria-current={isHere ? "page" : undefined}
      onClick={(event) => {
        if (!isList(event.currentTarget)) return;
        event.preventDefault();
        navigate(paths.settings(part), { beside: true });
        window.scrollTo(0, 0);
      }}
    >
      <span>
        {label}
        {about === undefined ? null : <span className="settings-about">{about}</span>}
      </span>
      <ForwardIcon />
    </Link>
  );
}

/** Whether the list stays on the screen, so that the focus can stay in it. */
function isList(link: HTMLElement): boolean {
  const content = link.closest(".settings")?.querySelector(".settings-content");
  return content?.checkVisibility() ?? false;
}
