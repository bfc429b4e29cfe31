import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { titled } from "#app/features/home/titled.ts";
import { enterOrRefuse, refused } from "#app/features/sign-in/enter.server.ts";
import { LinkPage } from "#app/features/sign-in/link-page.tsx";
import { translator } from "#app/i18n/server.ts";
import { LinkToken } from "#wire/auth.ts";

/** Looks nothing up: opening a link tells nobody whether it is good, and does not use it up. */
export function loader({ context }: LoaderFunctionArgs) {
  return { title: translator(context.language).t("sign-in:link.title") };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const parsed = LinkToken.safeParse(params);
  if (!parsed.success) return refused("link", { code: "code-expired" });
  const result = await context.api.auth.verifyLink(context.actor, parsed.data, context.requestInfo);
  return enterOrRefuse(context, "link", result, "/");
}

// The address holds a secret: it goes to no other page and into no cache. Not "no-referrer": its
// forms would then say no origin and be refused as foreign.
export function headers() {
  return { "Referrer-Policy": "strict-origin", "Cache-Control": "no-store" };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function SignInLink() {
  return <LinkPage answer={useActionData<typeof action>()} />;
}
