import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PosterView, RoomCode } from "#wire/check-in.ts";
import { QrImage } from "./qr-image.tsx";
import { useSiteName } from "./site-name.ts";
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
  poster: PosterView;
  /** Said above the address. */
  children?: ReactNode;
};

/** The way in for a room's screen: large QR code, address and the digits of this minute. */
export function ScreenPoster({ poster, children }: ScreenPosterProps) {
  const { t } = useTranslation("check-in");
  const siteName = useSiteName();
  return (
    <article className="screen-poster">
      <QrImage qr={poster.qr} label={t("posters.picture", { address: poster.address })} />
      <div className="screen-poster-words">
        {children}
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
