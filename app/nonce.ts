import { createContext, useContext } from "react";

/**
 * The page's nonce. Only the server knows it: browsers hide the attribute, and a nonce in loader
 * data would be readable by any script.
 */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
