import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "#app/ui/button.tsx";
import type { HomeItem } from "#wire/home.ts";
import "./home.css";

/** How many lines of a part stand open; the others are a touch away. */
const OPEN = 2;

/** Lines of somebody's home, each with the one thing it leads to. */
export function HomeList({
  items,
  open = OPEN,
  children,
}: {
  items: HomeItem[];
  open?: number;
  /** Lines that stand before them. */
  children?: ReactNode;
}) {
  const { t } = useTranslation("home");
  const rest = items.slice(open);
  return (
    <>
      <ul className="waiting">
        {children}
        <Lines items={items.slice(0, open)} />
      </ul>
      {rest.length > 0 && (
        <details className="waiting-rest">
          <summary>{t("more", { count: rest.length })}</summary>
          <ul className="waiting">
            <Lines items={rest} />
          </ul>
        </details>
      )}
    </>
  );
}

function Lines({ items }: { items: HomeItem[] }) {
  return items.map((item) => <Line key={item.key} item={item} />);
}

function Line({ item }: { item: HomeItem }) {
  const { t } = useTranslation("home");
  const { part, sign, title, titleLanguage, detail, action, link, pressing } = item;
  return (
    <li className={`waiting-item waiting-${pressing ? "overdue" : part}`}>
      <div>
        <p className="waiting-sign">
          {sign}
          {pressing && ` · ${t("pressing")}`}
        </p>
        <p className="waiting-title" lang={titleLanguage}>
          {title}
        </p>
        {detail && <p className="muted waiting-detail">{detail}</p>}
      </div>
      <ButtonLink to={link} tone="quiet">
        <span>
          {action}
          <span className="for-ears" lang={titleLanguage}>
            {" "}
            {title}
          </span>
        </span>
      </ButtonLink>
    </li>
  );
}
