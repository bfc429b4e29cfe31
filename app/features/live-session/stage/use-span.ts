import { useTranslation } from "react-i18next";

/** A span of time (ms) as it is said: "4 min 05 s", "40 s". Begun seconds count whole. */
export function useSpan(): (ms: number) => string {
  const { t } = useTranslation("stage");
  return (ms) => {
    const seconds = Math.ceil(Math.abs(ms) / 1_000);
    const minutes = Math.floor(seconds / 60);
    if (minutes === 0) return t("span.seconds", { seconds });
    return t("span.minutes", { minutes, seconds: String(seconds % 60).padStart(2, "0") });
  };
}
