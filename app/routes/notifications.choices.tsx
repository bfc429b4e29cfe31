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
import { ChoicesPage } from "#app/features/notifications/choices-page.tsx";
import { answerForm } from "#app/features/sign-in/answer-form.server.ts";
import { translator } from "#app/i18n/server.ts";
import { CHOICE_FORMS } from "#wire/notifications.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, api, language } = context;
  return {
    page: valueOrLeave(await api.notifications.choices(actor, language), request, context),
    done: new URL(request.url).searchParams.has("done"),
    title: translator(language).t("home:choices.title"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, api } = context;
  return answerForm(
    CHOICE_FORMS,
    await request.formData(),
    {
      choose: async (input) => {
        valueOrLeave(await api.notifications.choose(actor, input), request, context);
        return redirect("/notifications/choices?done");
      },
      "quiet-hours": async (input) => {
        valueOrLeave(await api.notifications.keepQuietHours(actor, input), request, context);
        return redirect("/notifications/choices?done");
      },
    },
    () => {
      throw data({ refusal: { code: "bad-input" } }, { status: 422 });
    },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => titled(loaded?.title);

export default function Choices() {
  const { page, done } = useLoaderData<typeof loader>();
  return <ChoicesPage page={page} done={done} />;
}
