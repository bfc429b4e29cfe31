import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AssemblyPoster } from "#app/features/assembly/assembly-poster.tsx";
import { titled } from "#app/features/home/titled.ts";
import { translator } from "#app/i18n/server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { AssemblyCard } from "#wire/assembly.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  return {
    title: translator(context.language).t("assembly:list.title"),
    assemblies: await context.api.assembly.listAssemblies(context.actor),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.title);

export default function Assemblies() {
  const { t } = useTranslation("assembly");
  const { assemblies } = useLoaderData<typeof loader>();
  const coming = assemblies.filter(({ phase }) => phase !== "closed").reverse();
  const past = assemblies.filter(({ phase }) => phase === "closed");
  return (
    <Page title={t("list.title")} lead={<p>{t("list.lead")}</p>}>
      {assemblies.length === 0 && (
        <EmptyState title={t("list.empty.title")}>
          <p>{t("list.empty.body")}</p>
        </EmptyState>
      )}
      {coming.length > 0 && <Posters title={t("list.coming")} assemblies={coming} />}
      {past.length > 0 && <Posters title={t("list.past")} assemblies={past} />}
    </Page>
  );
}

function Posters({ title, assemblies }: { title: string; assemblies: AssemblyCard[] }) {
  return (
    <Section title={title}>
      {assemblies.map((assembly) => (
        <AssemblyPoster key={assembly.id} assembly={assembly} />
      ))}
    </Section>
  );
}
