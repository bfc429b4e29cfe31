import { useTranslation } from "react-i18next";
import "./fingerprint.css";

/** How much of a fingerprint people compare by eye: 64 bits. */
const SHOWN = 16;

/** The beginning of a SHA-256 in groups of four, as the room's screen shows it. */
export function Fingerprint({ hex }: { hex: string }) {
  const { t } = useTranslation("urns");
  return (
    <p className="urn-fingerprint">
      <span className="muted small">{t("fingerprint.label")}</span> <code>{readable(hex)}</code>
    </p>
  );
}

/** « 3f2a 91bc … »: groups that are read aloud without losing one's place. */
export function readable(hex: string): string {
  return (
    hex
      .slice(0, SHOWN)
      .match(/.{1,4}/g)
      ?.join(" ") ?? ""
  );
}
