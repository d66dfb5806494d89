import { type SubmitEvent, useState } from "react";
import { describe, fieldOf } from "../api/problem";

interface Submission {
  busy: boolean;
  /** What is wrong with a field of this name. */
  problemOf: (field: string) => string | undefined;
  /** What is wrong and no field's fault. */
  problem: string | undefined;
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
}

/** Sends a form: says what went wrong at the field that it is about, and lets nobody send twice. */
export function useSubmit(fields: readonly string[], send: (values: FormData, form: HTMLFormElement) => Promise<void>): Submission {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const field = fieldOf(error);
  const isAtField = field !== undefined && fields.includes(field);

  const submit = async (form: HTMLFormElement) => {
    setBusy(true);
    setError(undefined);
    try {
      await send(new FormData(form), form);
    } catch (thrown) {
      setError(thrown);
      const wrong = fieldOf(thrown);
      if (wrong !== undefined) form.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
    } finally {
      setBusy(false);
    }
  };

  return {
    busy,
    problemOf: (name) => (isAtField && field === name ? describe(error) : undefined),
    problem: error === undefined || isAtField ? undefined : describe(error),
    onSubmit: (event) => {
      event.preventDefault();
      void submit(event.currentTarget);
    },
  };
}

/** The text of a form field, or an empty one. */
export function textOf(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === "string" ? value : "";
}
