/** The state of the archive that a visit began with: later stories move nothing on its further pages. */
export interface Until {
  /** The highest number of an article. */
  readonly highest: number
  /** Milliseconds since the epoch. */
  readonly moment: number
}

const WRITTEN = /^([\da-z]{1,10})-([\da-z]{1,10})$/

/** As addresses have it. */
export const writeUntil = ({ highest, moment }: Until): string => `${highest.toString(36)}-${moment.toString(36)}`

/** @returns null for what is none */
export function readUntil(written: string | null): Until | null {
  const [, highest, moment] = WRITTEN.exec(written ?? '') ?? []
  if (highest === undefined || moment === undefined) return null
  return { highest: Number.parseInt(highest, 36), moment: Number.parseInt(moment, 36) }
}
