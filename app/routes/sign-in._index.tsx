import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { enterOrRefuse, parseForm, refused } from "#app/features/sign-in/enter.server.ts";
import { returnPath } from "#app/features/sign-in/return-path.ts";
import { SignInPage } from "#app/features/sign-in/sign-in-page.tsx";
import { translator } from "#app/i18n/server.ts";
import { SIGN_IN_FORMS } from "#wire/auth.ts";

export function loader({ request, context }: LoaderFunctionArgs) {
  if (context.actor.kind === "person") return redirect(returnPath(request));
  return {
    title: translator(context.language).t("sign-in:title"),
    personas: context.api.auth.personas(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { api, actor, requestInfo } = context;
  const form = await request.formData();
  const to = returnPath(request);
  const parsed = parseForm(SIGN_IN_FORMS, form);
  const typed = String(form.get("address") ?? "");
  switch (parsed?.intent) {
    case "code": {
      const { address } = parsed.input;
      const asked = await api.auth.requestSignIn(
        { address, language: context.language },
        requestInfo,
      );
      if (!asked.ok) return refused("code", asked.refusal, address);
      const query = new URLSearchParams({ challenge: asked.value.challengeId, to });
      return redirect(`/sign-in/code?${query.toString()}`);
    }
    case "password": {
      const result = await api.auth.signInWithPassword(actor, parsed.input, requestInfo);
      return enterOrRefuse(context, "password", result, to, parsed.input.address);
    }
    case "persona": {
      const result = await api.auth.signInAsPersona(actor, parsed.input, requestInfo.device);
      return enterOrRefuse(context, "persona", result, to);
    }
    default:
      return refused(String(form.get("intent")), { code: "bad-input" }, typed);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function SignIn() {
  const { personas } = useLoaderData<typeof loader>();
  return <SignInPage personas={personas} answer={useActionData<typeof action>()} />;
}
