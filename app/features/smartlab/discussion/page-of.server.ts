/** The page of a list that an address asks for, if it does. */
export function pageOf(request: Request): number | undefined {
  const page = Number(new URL(request.url).searchParams.get("page"));
  return Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : undefined;
}
