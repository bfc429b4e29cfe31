/** What JSON can hold, without null: in a merge patch (RFC 7386) null means "remove". */
export type Json = string | number | boolean | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };
