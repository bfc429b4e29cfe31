/** Digits of the code that a mail carries. */
export const CODE_DIGITS = 6;

/** How long a code and its link are good for (minutes). */
export const CODE_MINUTES = 15;

/** Wrong codes after which a challenge is closed, whoever asked for it. */
export const CODE_ATTEMPTS = 5;

/** Least and most characters of a password. Length alone is asked for: four words will do. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;
