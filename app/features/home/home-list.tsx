import { useTranslation } from "react-i18next";
import { ButtonLink } from "#app/ui/button.tsx";
import type { HomeItem } from "#wire/home.ts";
import "./home.css";

/** Lines of somebody's home, each with the one thing it leads to. */
export function HomeList({ items }: { items: HomeItem[] }) {
  return (
    <ul className="waiting">
      <Lines items={items} />
    </ul>
  );
}

HomeList.Lines = Lines;

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
        {detail && <p className="muted">{detail}</p>}
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
