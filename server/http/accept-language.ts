import type { Language } from "#domain/kernel/languages.ts";
import { isLanguage } from "#domain/kernel/languages.ts";

/** The first of our languages that the browser asks for, by its weights (RFC 9110 §12.5.4). */
export function parseAcceptLanguage(header: string | undefined): Language | undefined {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const weight = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return {
        language: tag.slice(0, 2).toLowerCase(),
        weight: Number(weight?.split("=")[1] ?? 1),
      };
    })
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ language }) => language).find(isLanguage);
}
