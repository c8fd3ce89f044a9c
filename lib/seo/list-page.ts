import type { Paged, Publication } from '../content/model.ts'

/** Which page of a list is shown, and where the ones beside it are. */
export type ListPage = Pick<Paged<unknown>, 'query' | 'newer' | 'older' | 'upTo'>

/**
 * Which stories an older page of a list has, told from every other: “stories up to April 2, 2022 at 10:15 AM”. Stories
 * come and go at the top of a list, so that no number would stay true.
 * @param upTo when its newest story was published, in milliseconds
 */
export function stretchOf(upTo: number, { locale, timeZone }: Pick<Publication, 'locale' | 'timeZone'>): string {
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone })
  return `stories up to ${moment.format(upTo)}`
}

/** The title of one page of a list, which no other page of it has. */
export const titleOfPage = (title: string, upTo: number | null, publication: Publication): string =>
  upTo === null ? title : `${title}: ${stretchOf(upTo, publication)}`
