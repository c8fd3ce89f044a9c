import type { ItemList } from 'schema-dts'
import type { Publication } from '../../content/model.ts'
import { absolute } from '../addresses.ts'
import { idOf } from './ids.ts'

/**
 * The list of a page: where it leads to, in its order.
 * @param href the page's own address
 * @param items addresses of what it lists
 * @see https://schema.org/ItemList
 */
export const itemList = (
  publication: Publication,
  href: string,
  items: readonly string[],
): Exclude<ItemList, string> => ({
  '@type': 'ItemList',
  '@id': idOf(publication, href, 'list'),
  itemListElement: items.map((item, before) => ({
    '@type': 'ListItem',
    position: before + 1,
    url: absolute(publication.url, item),
  })),
})
