import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { CodePage } from "#app/features/sign-in/code-page.tsx";
import { answerForm } from "#app/features/sign-in/answer-form.server.ts";
import { enterOrRefuse, refused } from "#app/features/sign-in/enter.server.ts";
import { returnPath } from "#app/features/sign-in/return-path.ts";
import { translator } from "#app/i18n/server.ts";
import { CODE_FORMS } from "#wire/auth.ts";

export function loader({ request, context }: LoaderFunctionArgs) {
  return {
    title: translator(context.language).t("sign-in:code.title"),
    challengeId: new URL(request.url).searchParams.get("challenge") ?? undefined,
    to: returnPath(request),
    mailsReadable: context.demo && context.requestInfo.loopback,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { api, actor, requestInfo } = context;
  const to = returnPath(request);
  return answerForm(
    CODE_FORMS,
    await request.formData(),
    {
      "verify-code": async (input) => {
        const result = await api.auth.verifyCode(actor, input, requestInfo);
        return enterOrRefuse(context, "verify-code", result, to);
      },
      "verify-desk": async (input) => {
        const result = await api.auth.verifyDeskCode(actor, input, requestInfo);
        return enterOrRefuse(context, "verify-desk", result, to);
      },
    },
    (intent) => refused(intent, { code: "wrong-code" }),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function SignInCode() {
  const { challengeId, to, mailsReadable } = useLoaderData<typeof loader>();
  return (
    <CodePage
      challengeId={challengeId}
      to={to}
      mailsReadable={mailsReadable}
      answer={useActionData<typeof action>()}
    />
  );
}
