import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { answerForm, textField } from "#app/features/sign-in/answer-form.server.ts";
import { enterOrRefuse, refused } from "#app/features/sign-in/enter.server.ts";
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
  const { auth } = context.api;
  const { actor, language, requestInfo } = context;
  const form = await request.formData();
  const to = returnPath(request);
  return answerForm(
    SIGN_IN_FORMS,
    form,
    {
      code: async ({ address }) => {
        const asked = await auth.requestSignIn({ address, language }, requestInfo);
        if (!asked.ok) return refused("code", asked.refusal, address);
        const query = new URLSearchParams({ challenge: asked.value.challengeId, to });
        return redirect(`/sign-in/code?${query.toString()}`);
      },
      password: async (input) => {
        const result = await auth.signInWithPassword(actor, input, requestInfo);
        return enterOrRefuse(context, "password", result, to, input.address);
      },
      persona: async (input) => {
        const result = await auth.signInAsPersona(actor, input, requestInfo.device);
        return enterOrRefuse(context, "persona", result, to);
      },
    },
    (intent) => refused(intent, { code: "bad-input" }, textField(form, "address")),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function SignIn() {
  const { personas } = useLoaderData<typeof loader>();
  return <SignInPage personas={personas} answer={useActionData<typeof action>()} />;
}
