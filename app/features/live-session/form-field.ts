/** A text field of a form; "" where it is missing or a file. */
export function textField(form: FormData, name: string): string {
  const value = form.getAll(name).at(-1);
  return typeof value === "string" ? value : "";
}
