/** Where somebody is sent after signing in: a page of ours, never another site. */
export function returnPath(request: Request): string {
  const to = new URL(request.url).searchParams.get("to") ?? "/";
  // "//host" and "/\host" lead elsewhere; control characters are dropped by browsers.
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(to) ? to : "/";
}
