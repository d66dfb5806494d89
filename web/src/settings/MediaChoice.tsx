import { useCell } from "../api/cell";
import { mediaPreferences, preferMedia } from "../data/mediaPreferences";
import "./setting.css";
import "./NotificationPreferences.css";

/** How pictures and videos are shown and posted on this device. */
export function MediaChoice() {
  const { alwaysShow, remindToDescribe } = useCell(mediaPreferences);
  return (
    <fieldset className="setting">
      <legend>
        <h2>Pictures and videos</h2>
      </legend>
      <label className="switch">
        <span>Always show sensitive content and content warnings</span>
        <input type="checkbox" role="switch" checked={alwaysShow} onChange={({ target }) => preferMedia({ alwaysShow: target.checked })} />
      </label>
      <label className="switch">
        <span>Remind me to describe what I post</span>
        <input
          type="checkbox"
          role="switch"
          checked={remindToDescribe}
          onChange={({ target }) => preferMedia({ remindToDescribe: target.checked })}
        />
      </label>
    </fieldset>
  );
}
