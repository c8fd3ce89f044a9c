/**
 * A place in every list: right behind a story of this time of publication (milliseconds) and slug, whether or not there
 * is one. Lists go by time, newest first, and by slug where times are the same.
 */
export interface Position {
  readonly published: number
  readonly slug: string
}

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})-(\d{2})(\d{2})(\d{2})(\d{3})?-([a-z0-9]+(?:-[a-z0-9]+)*)$/

/**
 * A position as addresses have it: the time in UTC, with thousandths only where there are any, and the slug, as in
 * `2022-04-02-091500-a-story`. It needs no escapes.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-2.3
 */
export function writePosition({ published, slug }: Position): string {
  const [day = '', time = ''] = new Date(published).toISOString().split('T')
  return `${day}-${time.replace(/\D/g, '').replace(/000$/, '')}-${slug}`
}

/** The position that an address names; null for what `writePosition` never writes. */
export function readPosition(written: string): Position | null {
  const [, year, month, day, hour, minute, second, thousandths = '000', slug = ''] = WRITTEN.exec(written) ?? []
  const published = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${thousandths}Z`)
  const position = { published, slug }
  // One address each: a day that is not in the calendar would be rolled over.
  return Number.isNaN(published) || writePosition(position) !== written ? null : position
}
