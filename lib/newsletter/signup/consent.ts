import { FORMS_OF_SEVERAL, type Place } from './state.ts'

/**
 * The sentence that stands beside the button of a form, and is kept as what the reader agreed to.
 * @param publication its name
 * @param titles of the newsletters that the form is for; none where the reader chooses among several
 * @see https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_7 (who keeps an address must be able to show the consent)
 */
export function consentText(publication: string, titles: readonly string[]): string {
  const what = titles.length === 0 ? 'the newsletters you choose' : titles.map((title) => `“${title}”`).join(', ')
  return `${publication} will mail you ${what} until you unsubscribe, which every issue lets you do with one click. Your address is used for nothing else.`
}

/** The sentence that stood beside the button of the form at a place, for newsletters with these titles. */
export const consentOf = (place: Place, publication: string, titles: readonly string[]): string =>
  consentText(publication, FORMS_OF_SEVERAL.has(place) ? [] : titles)
