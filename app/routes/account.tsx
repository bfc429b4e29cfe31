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
import { answerForm } from "#app/features/sign-in/answer-form.server.ts";
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
  const { auth } = context.api;
  const { actor, requestInfo, sessions } = context;
  return answerForm(
    ACCOUNT_FORMS,
    await request.formData(),
    {
      profile: async (input) => {
        const result = await auth.changeProfile(actor, input);
        if (!result.ok) return refusedForm("profile", result.refusal);
        const cookie = preferenceCookie("palabre_language", input.language);
        return redirect("/account?done=profile", { headers: { "Set-Cookie": cookie } });
      },
      password: async (input) => {
        const result = await auth.setPassword(actor, input, requestInfo.device);
        if (!result.ok) return refusedForm("password", result.refusal);
        const cookie = sessions.keep(result.value.sessionId);
        return redirect("/account?done=password", { headers: { "Set-Cookie": cookie } });
      },
      "remove-password": async () =>
        doneOrRefused(request, "remove-password", await auth.removePassword(actor)),
      "sign-out-everywhere": async () => {
        const result = await auth.signOutEverywhere(actor);
        if (!result.ok) return refusedForm("sign-out-everywhere", result.refusal);
        return redirect("/", { headers: { "Set-Cookie": sessions.forget() } });
      },
    },
    (intent) => refusedForm(intent, { code: "bad-input" }),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Account() {
  const { account, done } = useLoaderData<typeof loader>();
  return <AccountPage account={account} done={done} answer={useActionData<typeof action>()} />;
}
