import type { ProposedSecret } from "../api/types";
import { ConfirmForm } from "./ConfirmForm";
import { QrCode } from "./QrCode";
import "./SecondFactorSection.css";

interface NewSecretProps {
  proposed: ProposedSecret;
  send: (values: FormData) => Promise<void>;
  onCancel: () => void;
}

/** Shows the secret for the app, and asks for the app's code for it. */
export function NewSecret({ proposed, send, onCancel }: NewSecretProps) {
  return (
    <>
      <p>Scan this with your authenticator app, or type the key. Then enter the code that the app shows.</p>
      <QrCode text={proposed.uri} label="QR code for your authenticator app" />
      <p>
        Key: <span className="secret">{proposed.secret.replace(/.{4}(?=.)/g, "$& ")}</span>
      </p>
      <p>This logs you out everywhere else.</p>
      <ConfirmForm action="Turn on two-factor authentication" fields={["code"]} send={send} onCancel={onCancel} />
    </>
  );
}
