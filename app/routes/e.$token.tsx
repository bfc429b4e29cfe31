import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PassAtDoor, PassInRoom } from "#app/features/check-in/pass-card.tsx";
import { titled } from "#app/features/home/titled.ts";
import { enterOrRefuse, refused, type SignInAnswer } from "#app/features/sign-in/enter.server.ts";
import { answerForm } from "#app/features/sign-in/answer-form.server.ts";
import { translator } from "#app/i18n/server.ts";
import { Page } from "#app/ui/page.tsx";
import { PASS_FORMS, PassToken } from "#wire/check-in.ts";

/** Looks nothing up: opening a pass tells nobody whether it is good, nor whose it is. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const parsed = PassToken.safeParse(params);
  if (!parsed.success) throw data(null, { status: 404 });
  const path = `/e/${parsed.data.token}`;
  const title = translator(context.language).t("check-in:pass.title");
  return { path, qr: context.api.checkIn.passPicture(path), title };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const parsed = PassToken.safeParse(params);
  if (!parsed.success) throw data(null, { status: 404 });
  const { token } = parsed.data;
  return answerForm(
    PASS_FORMS,
    await request.formData(),
    {
      enter: async ({ code }) => {
        const { actor, api, requestInfo } = context;
        const entered = await api.checkIn.enterWithPass(actor, { token, code }, requestInfo);
        if (!entered.ok) return refused("enter", entered.refusal);
        const { slug, sessionId } = entered.value;
        const to = `/live-session/${slug}`;
        if (sessionId === undefined) return redirect(to);
        return enterOrRefuse(context, "enter", { ok: true, value: { sessionId } }, to);
      },
    },
    (intent) => refused(intent, { code: "wrong-room-code" }),
  );
}

// The address holds a secret: it goes to no other page and into no cache. Not "no-referrer": its
// form would then say no origin and be refused as foreign.
export function headers() {
  return { "Referrer-Policy": "strict-origin", "Cache-Control": "no-store" };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function PassRoute() {
  const { t } = useTranslation("check-in");
  const { path, qr } = useLoaderData<typeof loader>();
  const answer = useActionData<SignInAnswer>();
  return (
    <Page title={t("pass.title")} lead={<p>{t("pass.lead")}</p>}>
      <div className="pass">
        <PassInRoom path={path} refusal={answer?.refusal} />
        <PassAtDoor qr={qr} />
      </div>
    </Page>
  );
}
