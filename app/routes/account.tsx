import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { preferenceCookie } from "#app/features/home/preferences.ts";
import { AccountPage } from "#app/features/membership/account-page.tsx";
import { doneOrRefused, refusedForm, valueOrLeave } from "#app/features/membership/guard.server.ts";
import { parseForm } from "#app/features/sign-in/enter.server.ts";
import { translator } from "#app/i18n/server.ts";
import { ACCOUNT_FORMS } from "#wire/auth.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const account = valueOrLeave(await context.api.auth.ownAccount(context.actor), request, context);
  return {
    title: translator(context.language).t("membership:account.title"),
    account,
    done: new URL(request.url).searchParams.get("done"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { api, actor, requestInfo, sessions } = context;
  const form = await request.formData();
  const parsed = parseForm(ACCOUNT_FORMS, form);
  switch (parsed?.intent) {
    case "profile": {
      const result = await api.auth.changeProfile(actor, parsed.input);
      if (!result.ok) return refusedForm("profile", result.refusal);
      const cookie = preferenceCookie("palabre_language", parsed.input.language);
      return redirect("/account?done=profile", { headers: { "Set-Cookie": cookie } });
    }
    case "password": {
      const result = await api.auth.setPassword(actor, parsed.input, requestInfo.device);
      if (!result.ok) return refusedForm("password", result.refusal);
      const cookie = sessions.keep(result.value.sessionId);
      return redirect("/account?done=password", { headers: { "Set-Cookie": cookie } });
    }
    case "remove-password":
      return doneOrRefused(request, parsed.intent, await api.auth.removePassword(actor));
    case "sign-out-everywhere": {
      const result = await api.auth.signOutEverywhere(actor);
      if (!result.ok) return refusedForm(parsed.intent, result.refusal);
      return redirect("/", { headers: { "Set-Cookie": sessions.forget() } });
    }
    default:
      return refusedForm(String(form.get("intent")), { code: "bad-input" });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Account() {
  const { account, done } = useLoaderData<typeof loader>();
  return <AccountPage account={account} done={done} answer={useActionData<typeof action>()} />;
}
