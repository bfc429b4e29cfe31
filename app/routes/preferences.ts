import { type ActionFunctionArgs, type AppLoadContext, redirect } from "@remix-run/node";
import { isLanguage, type Language } from "#domain/kernel/languages.ts";
import { isTheme, preferenceCookie } from "#app/features/home/preferences.ts";

/** Language and light, chosen at the foot of every page; works without JavaScript. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const headers = new Headers();
  const language = form.get("language");
  if (isLanguage(language)) {
    headers.append("Set-Cookie", preferenceCookie("palabre_language", language));
    await rememberLanguage(context, language);
  }
  const theme = form.get("theme");
  if (isTheme(theme)) headers.append("Set-Cookie", preferenceCookie("palabre_theme", theme));
  return redirect(backTo(request), { headers });
}

/** A person keeps their language wherever they sign in. */
async function rememberLanguage({ actor, api }: AppLoadContext, language: Language): Promise<void> {
  const account = await api.auth.ownAccount(actor);
  if (account.ok) {
    await api.auth.changeProfile(actor, { displayName: account.value.displayName, language });
  }
}

/** The page the choice was made on, never another site. */
function backTo(request: Request): string {
  const here = new URL(request.url);
  const referrer = request.headers.get("Referer");
  if (!referrer || !URL.canParse(referrer)) return "/";
  const { host, pathname, search } = new URL(referrer);
  if (host !== (request.headers.get("Host") ?? here.host)) return "/";
  // "//host" would lead elsewhere.
  return `/${pathname.replace(/^\/+/, "")}${search}`;
}
