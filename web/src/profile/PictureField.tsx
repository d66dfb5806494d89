import { lazy, Suspense, useRef, useState } from "react";
import { Button } from "../ui/Button";
import { FileImage } from "../ui/FileImage";
import "./PictureField.css";

const Cropper = lazy(() => import("./Cropper"));

/** A new picture, null to remove it, or undefined to leave it as it is. */
export type PictureChange = File | null | undefined;

interface PictureFieldProps {
  kind: "avatar" | "header";
  /** What it is called, if it is not a user's. */
  label?: string;
  /** The URL of the present picture. */
  current: string | undefined;
  change: PictureChange;
  onChange: (change: PictureChange) => void;
}

const kinds = {
  avatar: { label: "Profile picture", ratio: 1, width: 800 },
  header: { label: "Header", ratio: 3, width: 1_500 },
} as const;

/** Where users choose, crop or remove a picture of their profile. */
export function PictureField({ kind, label = kinds[kind].label, current, change, onChange }: PictureFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<File>();
  const { ratio, width } = kinds[kind];
  const hasPicture = change === undefined ? current !== undefined : change !== null;
  return (
    <div className={`picture-field picture-field-${kind}`} role="group" aria-label={label}>
      <span className="picture-field-frame">{change ? <FileImage file={change} /> : hasPicture ? <img src={current} alt="" /> : null}</span>
      <div className="picture-field-buttons">
        <span className="picture-field-label">{label}</span>
        <Button onClick={() => input.current?.click()}>{hasPicture ? "Change" : "Add"}</Button>
        {!hasPicture ? null : (
          <Button look="quiet" onClick={() => onChange(current === undefined ? undefined : null)}>
            Remove
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        aria-label={label}
        onChange={({ target }) => {
          setChosen(target.files?.[0]);
          // The same file can be chosen again.
          target.value = "";
        }}
      />
      {chosen === undefined ? null : (
        <Suspense fallback={null}>
          <Cropper
            title={label}
            file={chosen}
            ratio={ratio}
            width={width}
            onDone={(file) => {
              onChange(file);
              setChosen(undefined);
            }}
            onClose={() => setChosen(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
