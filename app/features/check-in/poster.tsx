import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PosterView, RoomCode } from "#wire/check-in.ts";
import { QrImage } from "./qr-image.tsx";
import { useSiteName } from "./site-name.ts";
import { usePoster } from "./use-room-code.ts";
import "./screen-poster.css";

/** The way in of one site, to hang on a wall: QR code, short address. */
export function Poster({ poster, title }: { poster: PosterView; title: ReactNode }) {
  const { t } = useTranslation("check-in");
  const siteName = useSiteName();
  return (
    <article className="poster">
      <h2 className="poster-title">{title}</h2>
      <p className="poster-site">{siteName(poster.site)}</p>
      <p className="poster-join">{t("posters.join")}</p>
      <QrImage qr={poster.qr} label={t("posters.picture", { address: poster.address })} />
      <p>
        {t("posters.orType")}{" "}
        <strong className="poster-address">
          <ShortAddress address={poster.address} />
        </strong>
      </p>
    </article>
  );
}

/** An address that breaks before its code, if it must, and never within. */
function ShortAddress({ address }: { address: string }) {
  const at = address.lastIndexOf("/") + 1;
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      <span className="unbroken">{address.slice(at)}</span>
    </>
  );
}

/** Six digits in two threes, as people read them to each other. */
export function RoomDigits({ room }: { room: RoomCode }) {
  const { code } = room;
  return (
    <span className="room-digits">
      {code.slice(0, 3)} {code.slice(3)}
    </span>
  );
}

type ScreenPosterProps = {
  slug: string;
  /** The main one where nobody said. */
  site: string | undefined;
  first?: PosterView;
  /** Shown while there is nothing to show, or where the assembly has no site. */
  otherwise?: ReactNode;
};

/**
 * The way in for a room's screen: large QR code, address and the digits of this minute. Needs no
 * hand. `first` is what the page was loaded with.
 */
export function ScreenPoster({ slug, site, first, otherwise = null }: ScreenPosterProps) {
  const { t } = useTranslation("check-in");
  const siteName = useSiteName();
  const poster = usePoster(slug, site, first);
  if (!poster) return otherwise;
  return (
    <article className="screen-poster">
      <QrImage qr={poster.qr} label={t("posters.picture", { address: poster.address })} />
      <div className="screen-poster-words">
        <p className="screen-sign">{siteName(poster.site)}</p>
        <p className="screen-poster-address">
          <ShortAddress address={poster.address} />
        </p>
        {poster.room && (
          <>
            <p className="screen-poster-digits">
              <RoomDigits room={poster.room} />
            </p>
            <p className="screen-how">{t("posters.codeWhy")}</p>
          </>
        )}
      </div>
    </article>
  );
}
