import { customType } from 'drizzle-orm/pg-core'

/** Text compared byte by byte (collation "C"): range and prefix comparisons use the index, also under row-level security. */
export const codeText = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' })

/** Bytes; ciphertext of encrypted columns. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })
