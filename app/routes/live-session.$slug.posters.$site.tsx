import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ScreenPoster } from "#app/features/check-in/poster.tsx";
import { usePoster } from "#app/features/check-in/use-room-code.ts";
import { titled } from "#app/features/home/titled.ts";
import { useAwake } from "#app/features/live-session/use-awake.ts";
import { valueOrLeave } from "#app/features/membership/guard.server.ts";
import { translator } from "#app/i18n/server.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Mark } from "#app/ui/mark.tsx";
import type { RouteHandle } from "#app/root.tsx";
import "#app/features/live-session/screen.css";

/** The screen brings its own walls. */
export const handle: RouteHandle = { shell: false };

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { slug = "", site } = params;
  const found = await context.api.checkIn.posters(context.actor, {
    slug,
    ...(site ? { site } : {}),
  });
  const { assembly, posters } = valueOrLeave(found, request, context);
  const [poster] = posters;
  if (!poster) throw data(null, { status: 404 });
  return { assembly, poster, title: translator(context.language).t("check-in:posters.tab") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

/** The way in on a screen of its own, in the hall before the room. */
export default function PosterScreenRoute() {
  const { t } = useTranslation("check-in");
  const { assembly, poster: first } = useLoaderData<typeof loader>();
  const poster = usePoster(assembly.slug, first.site.slug, first) ?? first;
  useAwake();
  return (
    <div className="screen" data-theme="light">
      <noscript>
        <meta httpEquiv="refresh" content="20" />
      </noscript>
      <header className="screen-head">
        <Mark />
        <h1 className="screen-assembly">
          <Words of={assembly.title} />
        </h1>
        <p className="screen-place">{t("posters.join")}</p>
      </header>
      <main className="screen-scene">
        <ScreenPoster poster={poster} />
      </main>
    </div>
  );
}
