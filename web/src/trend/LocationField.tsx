import { useId, useMemo } from "react";
import { countries } from "../data/countries";
import { WORLDWIDE } from "../data/trends";
import "./LocationField.css";

interface LocationFieldProps {
  label: string;
  location: string;
  disabled?: boolean;
  onChoose: (location: string) => void;
}

/** A choice between the whole world and a country. */
export function LocationField({ label, location, disabled = false, onChoose }: LocationFieldProps) {
  const id = useId();
  const all = useMemo(() => countries(), []);
  return (
    <div className="location-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={location} disabled={disabled} onChange={({ target }) => onChoose(target.value)}>
        <option value={WORLDWIDE}>Worldwide</option>
        {all.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
