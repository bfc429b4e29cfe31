import { useTranslation } from "react-i18next";
import type { DoorPerson, DoorStanding, SiteEntry } from "#wire/check-in.ts";
import { ActForm } from "#app/features/live-session/act-form.tsx";
import { formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Tag } from "#app/ui/tag.tsx";

type DoorPersonProps = {
  assemblyId: string;
  person: DoorPerson;
  standing: DoorStanding | undefined;
  site: SiteEntry;
  sites: SiteEntry[];
  /** The first of those found: what Enter acts on. */
  first: boolean;
  /** Notes it on this device; without it a plain form does. */
  onNote?: ((kind: "arrive" | "leave") => void) | undefined;
};

/** Somebody at the door: who they are, where they are, and the one act that comes next. */
export function DoorPersonEntry(props: DoorPersonProps) {
  const { assemblyId, person, standing, site, sites, first, onNote } = props;
  const { t } = useTranslation("check-in");
  const isHere = standing?.present === true && standing.siteId === site.id;
  const kind = isHere ? "leave" : "arrive";
  const tone = first && !isHere ? "primary" : "quiet";
  const label = (
    <>
      {t(`door.${kind}`)} <span className="for-ears">{person.name}</span>
    </>
  );
  return (
    <div className="door-person">
      <div className="door-who">
        <h3 className="door-name">{person.name}</h3>
        <p className="muted small">
          {[
            person.registerNo,
            person.represents && t("door.represents", { count: person.represents }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <StandingTag standing={standing} site={site} sites={sites} />
        {standing?.taken !== undefined && (
          <p className="small">{t("door.takenBefore", { count: standing.taken })}</p>
        )}
      </div>
      {onNote ? (
        <Button type="button" tone={tone} onClick={() => onNote(kind)}>
          <span>{label}</span>
        </Button>
      ) : (
        <ActForm
          act="door.note"
          fields={{ assemblyId, siteId: site.id, personId: person.id, kind }}
          label={label}
          tone={tone}
        />
      )}
    </div>
  );
}

type StandingProps = Pick<DoorPersonProps, "standing" | "site" | "sites">;

function StandingTag({ standing, site, sites }: StandingProps) {
  const { t } = useTranslation("check-in");
  const language = useLanguage();
  if (!standing) return <Tag shape="ring">{t("door.absent")}</Tag>;
  const time = formatTime(language, standing.at);
  if (!standing.present) return <Tag shape="ring">{t("door.gone", { time })}</Tag>;
  if (standing.siteId === site.id) {
    return (
      <Tag tone="canopy" shape="circle">
        {t("door.hereSince", { time })}
      </Tag>
    );
  }
  const elsewhere = sites.find(({ id }) => id === standing.siteId);
  return (
    <Tag tone="ochre" shape="square">
      {elsewhere
        ? t("door.elsewhere", { place: elsewhere.city || elsewhere.name, time })
        : t("door.onlineSince", { time })}
    </Tag>
  );
}
