import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "../api/client";
import { queries } from "../api/queries";
import type { ProposedSecret, SecondFactor } from "../api/types";
import { Button } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Skeletons } from "../ui/Skeletons";
import { momentOf } from "../ui/time";
import { toast } from "../ui/toasts";
import { textOf } from "../ui/useSubmit";
import { ConfirmForm } from "./ConfirmForm";
import { NewSecret } from "./NewSecret";
import { RecoveryCodes } from "./RecoveryCodes";
import { sessionsKey } from "./sessionsKey";
import "./setting.css";
import "./SecondFactorSection.css";

const key = ["second-factor"];

/** Two-factor authentication: turning it on and off, and recovery codes. */
export function SecondFactorSection() {
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: async () => (await answer(api.GET("/api/roost/v1/users/me/totp"))).data,
  });
  const [codes, setCodes] = useState<readonly string[]>();
  return (
    <section className="setting" aria-labelledby="setting-second-factor">
      <h2 id="setting-second-factor">Two-factor authentication</h2>
      {codes === undefined ? (
        <State state={data} error={error} retry={() => void refetch()} onCodes={setCodes} />
      ) : (
        <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />
      )}
    </section>
  );
}

interface StateProps {
  state: SecondFactor | undefined;
  error: unknown;
  retry: () => void;
  onCodes: (codes: readonly string[]) => void;
}

function State({ state, error, retry, onCodes }: StateProps) {
  if (error && state === undefined) return <Failure error={error} retry={retry} />;
  if (state === undefined) return <Skeletons label="two-factor authentication" rows={1} />;
  return state.enabled ? <On state={state} onCodes={onCodes} /> : <Off onCodes={onCodes} />;
}

function Off({ onCodes }: Pick<StateProps, "onCodes">) {
  const [step, setStep] = useState<"start" | "password" | ProposedSecret>("start");
  const propose = async (values: FormData) => {
    const body = { password: textOf(values, "password") };
    setStep((await answer(api.POST("/api/roost/v1/users/me/totp", { body }))).data);
  };
  const confirm = async (values: FormData) => {
    const body = { code: textOf(values, "code") };
    onCodes((await answer(api.POST("/api/roost/v1/users/me/totp/confirm", { body }))).data.recovery_codes);
    await Promise.all([key, sessionsKey].map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  return (
    <>
      <p>Logging in then needs a code from an app on your phone as well as your password.</p>
      {step === "start" ? <Button onClick={() => setStep("password")}>Turn on</Button> : null}
      {step === "password" ? (
        <ConfirmForm action="Continue" fields={["password"]} send={propose} onCancel={() => setStep("start")} />
      ) : null}
      {typeof step === "object" ? <NewSecret proposed={step} send={confirm} onCancel={() => setStep("start")} /> : null}
    </>
  );
}

function On({ state, onCodes }: { state: SecondFactor } & Pick<StateProps, "onCodes">) {
  const [action, setAction] = useState<"renew" | "remove">();
  const cancel = () => setAction(undefined);
  const renew = async (values: FormData) => {
    const { data } = await answer(api.POST("/api/roost/v1/users/me/totp/recovery-codes", { body: bothOf(values) }));
    onCodes(data.recovery_codes);
    await queries.invalidateQueries({ queryKey: key });
  };
  const remove = async (values: FormData) => {
    await answer(api.DELETE("/api/roost/v1/users/me/totp", { body: bothOf(values) }));
    toast({ text: "Two-factor authentication is off." });
    await queries.invalidateQueries({ queryKey: key });
  };
  return (
    <>
      <p>
        On{state.enabled_at === undefined ? "" : ` since ${momentOf(state.enabled_at)}`}. {left(state.recovery_codes)}
      </p>
      {action === undefined ? (
        <div className="setting-buttons">
          <Button onClick={() => setAction("renew")}>New recovery codes</Button>
          <Button look="danger" onClick={() => setAction("remove")}>
            Turn off
          </Button>
        </div>
      ) : null}
      {action === "renew" ? (
        <ConfirmForm action="Replace recovery codes" fields={["password", "code"]} send={renew} onCancel={cancel} />
      ) : null}
      {action === "remove" ? (
        <ConfirmForm action="Turn off two-factor authentication" fields={["password", "code"]} send={remove} onCancel={cancel} />
      ) : null}
    </>
  );
}

function bothOf(values: FormData) {
  return { password: textOf(values, "password"), code: textOf(values, "code") };
}

function left(codes: number): string {
  if (codes === 0) return "You have no recovery codes left.";
  return codes === 1 ? "You have 1 recovery code left." : `You have ${codes} recovery codes left.`;
}
