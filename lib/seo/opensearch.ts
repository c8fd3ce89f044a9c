import type { Publication } from '../content/model.ts'
import { absolute } from './addresses.ts'
import { element, textElement, xmlDocument } from './feeds/xml.ts'
import { ICON_TYPE, iconAddress, SMALL } from './icons/address.ts'
import { SEARCH_ADDRESS, SEARCH_JSON_ADDRESS } from './search/address.ts'

export const OPENSEARCH_TYPE = 'application/opensearchdescription+xml'

/** What a short name and a description may have, in characters. */
const MOST_OF_NAME = 16
const MOST_OF_LONG_NAME = 48
const MOST_OF_DESCRIPTION = 1024

/**
 * By which a browser adds the site to its search engines.
 * @see https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md#the-opensearchdescription-element
 */
export function openSearchXml({ name, description, url, locale }: Publication): string {
  const template = (type: string, path: string) =>
    element('Url', { type, template: `${absolute(url, path)}?q={searchTerms}&page={startPage?}` })
  return xmlDocument(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      textElement('ShortName', cut(name, MOST_OF_NAME)),
      textElement('LongName', cut(name, MOST_OF_LONG_NAME)),
      textElement('Description', cut(description, MOST_OF_DESCRIPTION)),
      template('text/html', SEARCH_ADDRESS),
      template('application/json', SEARCH_JSON_ADDRESS),
      element('Image', { height: SMALL, width: SMALL, type: ICON_TYPE }, absolute(url, iconAddress(SMALL))),
      element('Query', { role: 'example', searchTerms: name }),
      textElement('Language', locale),
      textElement('InputEncoding', 'UTF-8'),
      textElement('OutputEncoding', 'UTF-8'),
    ),
  )
}

/** The words that fit; of a single long one, as much of it as does. */
function cut(text: string, most: number): string {
  const letters = Array.from(text.trim())
  if (letters.length <= most) return letters.join('')
  const start = letters.slice(0, most + 1).join('')
  const end = start.lastIndexOf(' ')
  return end > 0 ? start.slice(0, end).trimEnd() : letters.slice(0, most).join('')
}
