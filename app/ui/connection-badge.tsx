import { useTranslation } from "react-i18next";
import { Shape, type ShapeName } from "./shape.tsx";
import "./connection-badge.css";

export type Connection = "connecting" | "connected" | "reconnecting" | "offline";

const SHAPES: Record<Connection, ShapeName> = {
  connecting: "ring",
  connected: "circle",
  reconnecting: "ring",
  offline: "square",
};

/** Whether what is on screen is live, in words. */
export function ConnectionBadge({ state }: { state: Connection }) {
  const { t } = useTranslation();
  return (
    <p className={`connection connection-${state}`} role="status">
      <Shape name={SHAPES[state]} />
      {t(`connection.${state}`)}
    </p>
  );
}
