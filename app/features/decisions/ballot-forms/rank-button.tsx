import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RankAct } from "./rank-moves.ts";

type RankButtonProps = {
  act: RankAct;
  /** Of the option, for ears. */
  name: string;
  /** Where it would go. */
  place?: number;
  disabled: boolean;
  /** It would do nothing here; it keeps the focus it may have. */
  idle?: boolean;
  pressed?: boolean;
  onPress: () => void;
  children: ReactNode;
};

/** A sign, or the beginning, for eyes; the whole sentence for ears. */
export function RankButton(props: RankButtonProps) {
  const { act, name, place, disabled, idle = false, pressed, onPress, children } = props;
  const { t } = useTranslation("ballot-forms");
  const words = t(`rank.acts.${act}`, { name, place });
  return (
    <button
      type="button"
      className={`rank-button rank-button-${act}`}
      data-act={act}
      aria-label={words}
      title={words}
      aria-disabled={idle || undefined}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={idle ? undefined : onPress}
    >
      {children}
    </button>
  );
}
