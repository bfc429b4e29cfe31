import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { NoticesPage } from "#app/features/notifications/notices-page.tsx";
import { answerForm } from "#app/features/sign-in/answer-form.server.ts";
import { translator } from "#app/i18n/server.ts";
import { NOTICE_FORMS, NoticeCursor } from "#wire/notifications.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  const before = NoticeCursor.safeParse(new URL(request.url).searchParams.get("before")).data;
  const found = await api.notifications.page(actor, { language, ...(before ? { before } : {}) });
  return {
    page: valueOrLeave(found, request, context),
    title: translator(language).t("home:notices.title"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, api } = context;
  return answerForm(
    NOTICE_FORMS,
    await request.formData(),
    {
      read: async (input) => {
        const { link } = valueOrLeave(
          await api.notifications.markRead(actor, input),
          request,
          context,
        );
        return redirect(link ?? "/notifications");
      },
      "read-all": async () => {
        valueOrLeave(await api.notifications.markRead(actor, {}), request, context);
        return redirect("/notifications");
      },
    },
    () => {
      throw data({ refusal: { code: "bad-input" } }, { status: 422 });
    },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => titled(loaded?.title);

export default function Notices() {
  return <NoticesPage page={useLoaderData<typeof loader>().page} />;
}
