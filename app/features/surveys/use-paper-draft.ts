import { type RefObject, useCallback, useEffect, useState } from "react";

type Draft = Record<string, string[]>;

/** Fields that are the form's own, not the person's. */
const OWN = ["version", "language"];

const nameOf = (key: string) => `palabre.survey.${key}`;

function read(key: string): Draft {
  try {
    return JSON.parse(localStorage.getItem(nameOf(key)) ?? "{}") as Draft;
  } catch {
    return {}; // storage may be forbidden: the draft then lives as long as the page
  }
}

function write(key: string, draft: Draft): void {
  try {
    if (Object.keys(draft).length === 0) localStorage.removeItem(nameOf(key));
    else localStorage.setItem(nameOf(key), JSON.stringify(draft));
  } catch {
    // as above
  }
}

/**
 * Keeps a paper that is being filled in on this device alone, until it is sent. `returned`: the
 * server sent it back with what was typed, which counts more; `forget`: it was sent.
 */
export function usePaperDraft(
  form: RefObject<HTMLFormElement>,
  key: string,
  mode: "kept" | "returned" | "forget",
): { restored: boolean; kept: boolean; erase: () => void } {
  const [restored, setRestored] = useState(false);
  const [kept, setKept] = useState(false);

  useEffect(() => {
    if (mode === "forget") write(key, {});
    const element = form.current;
    if (!element || mode === "forget") return;
    const save = () => {
      const draft = gather(element);
      write(key, draft);
      setKept(Object.keys(draft).length > 0);
    };
    if (mode === "kept" && fill(element, read(key))) setRestored(true);
    save();
    element.addEventListener("input", save);
    return () => element.removeEventListener("input", save);
  }, [form, key, mode]);

  const erase = useCallback(() => {
    write(key, {});
    form.current?.reset();
    setKept(false);
    setRestored(false);
  }, [form, key]);
  return { restored, kept, erase };
}

function gather(form: HTMLFormElement): Draft {
  const draft: Draft = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "" && !OWN.includes(name)) {
      draft[name] = [...(draft[name] ?? []), value];
    }
  }
  return draft;
}

/** Puts a draft back where nothing was typed yet. */
function fill(form: HTMLFormElement, draft: Draft): boolean {
  if (Object.keys(gather(form)).length > 0) return false;
  for (const field of form.elements) {
    const values = draft[field.getAttribute("name") ?? ""];
    if (!values) continue;
    if (field instanceof HTMLTextAreaElement) field.value = values[0] ?? "";
    else if (field instanceof HTMLInputElement) field.checked = values.includes(field.value);
  }
  return Object.keys(draft).length > 0;
}
