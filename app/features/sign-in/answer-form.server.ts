import type { z } from "zod";

type Forms = Record<string, z.ZodType>;
type Handlers<F extends Forms, R> = { [I in keyof F]: (input: z.infer<F[I]>) => Promise<R> };

/**
 * Answers a page's form by its intent: its fields parsed, handed to the use-case of that intent.
 * What is not one of ours, or does not parse, goes to `otherwise`.
 */
export async function answerForm<F extends Forms, R, O>(
  forms: F,
  form: FormData,
  handlers: Handlers<F, R>,
  otherwise: (intent: string) => O,
): Promise<R | O> {
  const intent = textField(form, "intent");
  const parsed = Object.hasOwn(forms, intent)
    ? forms[intent]?.safeParse(Object.fromEntries(form))
    : undefined;
  if (!parsed?.success) return otherwise(intent);
  return handlers[intent as keyof F](parsed.data as never);
}

/** A field as text; a file is none. */
export function textField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
