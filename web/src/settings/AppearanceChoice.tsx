import { useCell } from "../api/cell";
import { type Appearance, appearance, setAppearance } from "./appearance";
import "./setting.css";
import "./AppearanceChoice.css";

const choices: readonly { value: Appearance; label: string }[] = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

export function AppearanceChoice() {
  const chosen = useCell(appearance);
  return (
    <fieldset className="setting">
      <legend>
        <h2>Appearance</h2>
      </legend>
      <div className="choices">
        {choices.map(({ value, label }) => (
          <label key={value} className="choice">
            <input type="radio" name="appearance" checked={chosen === value} onChange={() => setAppearance(value)} />
            <span className={`choice-picture picture-${value}`} aria-hidden="true" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
