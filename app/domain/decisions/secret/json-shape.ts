import { fromBase64url } from "./bytes.ts";

/** The path of the first part that is not what it should be, or undefined. */
export type Shape = (value: unknown, path: string) => string | undefined;

export const anything: Shape = () => undefined;

export const that =
  (holds: (value: unknown) => boolean): Shape =>
  (value, path) =>
    holds(value) ? undefined : path;

export const text = (pattern = /^/) =>
  that((value) => typeof value === "string" && pattern.test(value));

export const count = that((value) => Number.isSafeInteger(value) && Number(value) >= 0);

export const oneOf = (...values: readonly unknown[]) => that((value) => values.includes(value));

/** base64url, of so many bytes where a length is given. */
export const bytes = (length?: number) =>
  that((value) => {
    const read = typeof value === "string" ? fromBase64url(value) : undefined;
    return read !== undefined && (length === undefined || read.length === length);
  });

export const hash = text(/^[0-9a-f]{64}$/);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Exactly these members, and those of `optional` that are there. */
export const object =
  (members: Record<string, Shape>, optional: Record<string, Shape> = {}): Shape =>
  (value, path) => {
    if (!isObject(value)) return path;
    const unknown = Object.keys(value).find(
      (name) => !Object.hasOwn(members, name) && !Object.hasOwn(optional, name),
    );
    if (unknown !== undefined) return `${path}.${unknown}`;
    return firstOf([
      ...Object.entries(members).map(([name, shape]) => shape(value[name], `${path}.${name}`)),
      ...Object.entries(optional)
        .filter(([name]) => Object.hasOwn(value, name))
        .map(([name, shape]) => shape(value[name], `${path}.${name}`)),
    ]);
  };

export const list =
  (shape: Shape): Shape =>
  (value, path) =>
    Array.isArray(value)
      ? firstOf(value.map((member: unknown, at) => shape(member, `${path}[${at}]`)))
      : path;

export const record =
  (shape: Shape): Shape =>
  (value, path) =>
    isObject(value)
      ? firstOf(Object.entries(value).map(([name, member]) => shape(member, `${path}.${name}`)))
      : path;

/** One of these forms. */
export const either =
  (...shapes: readonly Shape[]): Shape =>
  (value, path) =>
    shapes.some((shape) => shape(value, path) === undefined) ? undefined : path;

const firstOf = (found: (string | undefined)[]) => found.find((path) => path !== undefined);
