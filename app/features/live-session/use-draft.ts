import { useEffect, useState, type RefObject } from "react";
import { textField } from "./form-field.ts";

function read(key: string): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "{}") as Record<string, string>;
  } catch {
    return {}; // storage may be forbidden: the draft then lives as long as the page
  }
}

function write(key: string, draft: Record<string, string>): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // as above
  }
}

/**
 * Keeps what is half written in a form through reloads, for this tab alone. The fields stay the
 * browser's own (uncontrolled), so nothing live can ever write into them.
 */
export function useDraft(
  form: RefObject<HTMLFormElement>,
  key: string,
  names: string[],
): { restored: boolean; clear: () => void } {
  const [restored, setRestored] = useState(false);
  const fields = names.join(" ");

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const wanted = fields.split(" ");
    const save = () => write(key, gather(element, wanted));
    if (fill(element, read(key), wanted)) {
      setRestored(true);
      announceInput(element);
    } else if ([...element.querySelectorAll("textarea")].some(({ value }) => value !== "")) {
      save(); // typed before the scripts had come
    }
    element.addEventListener("input", save);
    return () => element.removeEventListener("input", save);
  }, [form, key, fields]);

  return {
    restored,
    clear: () => {
      write(key, {});
      form.current?.reset();
      announceInput(form.current);
      setRestored(false);
    },
  };
}

function gather(form: HTMLFormElement, names: string[]): Record<string, string> {
  const data = new FormData(form);
  return Object.fromEntries(names.map((name) => [name, textField(data, name)]));
}

/** Puts a draft back, unless the person has already begun to write. */
function fill(form: HTMLFormElement, draft: Record<string, string>, names: string[]): boolean {
  let filled = false;
  for (const name of names) {
    const value = draft[name];
    const field = form.elements.namedItem(name);
    if (!value || !field) continue;
    if (field instanceof HTMLTextAreaElement && field.value !== field.defaultValue) continue;
    if (field instanceof HTMLInputElement && field.type === "checkbox") {
      field.checked = value === "on" || value === "true";
    } else if ("value" in field) {
      field.value = value;
    }
    filled ||= field instanceof HTMLTextAreaElement;
  }
  return filled;
}

/** Counters and the like listen to typing: tells them that the text changed without it. */
function announceInput(form: HTMLFormElement | null): void {
  form?.querySelector("textarea")?.dispatchEvent(new Event("input", { bubbles: true }));
}
