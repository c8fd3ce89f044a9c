import { randomBytes } from 'node:crypto'

/** 96 random bits in 16 characters that need no escaping in an address. */
export const newId = (): string => randomBytes(12).toString('base64url')
