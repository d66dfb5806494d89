import { useEffect, useRef } from "react";
import { Button } from "../ui/Button";
import { toast } from "../ui/toasts";
import "./SecondFactorSection.css";

interface RecoveryCodesProps {
  codes: readonly string[];
  /** The user has saved them. */
  onDone: () => void;
}

/** New recovery codes, which the server does not show again. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <>
      <h3 ref={head} tabIndex={-1}>
        Save your recovery codes
      </h3>
      <p>Each of them replaces one code of the app, for example if you lose your phone. They are not shown again.</p>
      <ul className="recovery-codes" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="setting-buttons">
        <Button onClick={() => void copy(codes)}>Copy</Button>
        <Button onClick={() => download(codes)}>Download</Button>
        <Button look="primary" onClick={onDone}>
          I have saved them
        </Button>
      </div>
    </>
  );
}

async function copy(codes: readonly string[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(codes.join("\n"));
    toast({ text: "Copied." });
  } catch {
    toast({ text: "Your browser doesn't allow that. Select the codes and copy them.", kind: "failure" });
  }
}

function download(codes: readonly string[]): void {
  const text = `Recovery codes for Roost (${window.location.host})\n\n${codes.join("\n")}\n`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = "roost-recovery-codes.txt";
  link.click();
  URL.revokeObjectURL(link.href);
}
