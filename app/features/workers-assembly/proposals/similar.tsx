import { Link, useFetcher } from "@remix-run/react";
import { type RefObject, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { textField } from "#app/features/live-session/form-field.ts";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { LiveRegion } from "#app/ui/live-region.tsx";
import type { Wording } from "#wire/proposal-pages.ts";
import { Said } from "./words.tsx";

/** Typing has paused for so long: then it is looked for. */
const PAUSE_MS = 700;

/** Proposals that resemble what is typed into a form, while it is typed. */
export function useSimilar(slug: string, form: RefObject<HTMLFormElement>): Wording[] | undefined {
  const { load, data } = useFetcher<Wording[]>();
  useEffect(() => {
    const area = form.current;
    if (!area) return;
    let timer: number | undefined;
    const look = () => {
      const typed = new FormData(area);
      const said = (name: string) => textField(typed, name);
      const text = `${said("sentence")} ${said("paragraph")}`.trim();
      const asked = new URLSearchParams({ text, language: said("language") });
      load(`/workers-assembly/${slug}/proposals/similar?${asked.toString()}`);
    };
    const wait = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(look, PAUSE_MS);
    };
    area.addEventListener("input", wait);
    return () => {
      window.clearTimeout(timer);
      area.removeEventListener("input", wait);
    };
  }, [slug, form, load]);
  return data;
}

/** Those that resemble it, each with the way to support it instead. */
export function SimilarOnes({ slug, similar }: { slug: string; similar: readonly Wording[] }) {
  const { t } = useTranslation("workers-assembly");
  return (
    <section
      className="proposal-similar"
      aria-labelledby={similar.length > 0 ? "similar" : undefined}
    >
      <LiveRegion
        message={similar.length > 0 ? t("similar.found", { count: similar.length }) : ""}
      />
      {similar.length > 0 && (
        <>
          <h2 id="similar">{t("similar.title")}</h2>
          <p className="muted">{t("similar.how")}</p>
          <ul className="proposal-cards">
            {similar.map(({ id, language, sentence, paragraph }) => (
              <li key={id} className="proposal-card">
                <h3 className="proposal-sentence">
                  <Link to={`/workers-assembly/${slug}/proposals/${id}`}>
                    <Said in={language}>{sentence}</Said>
                  </Link>
                </h3>
                <p className="proposal-words small">
                  <Said in={language}>{paragraph}</Said>
                </p>
                <ActForm
                  act="proposal.support"
                  fields={{ proposalId: id }}
                  label={t("similar.support")}
                  about={sentence}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
