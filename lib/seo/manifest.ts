import type { Publication } from '../content/model.ts'
import { ICON_TYPE, iconAddress, LARGE, MASKABLE_ADDRESS, SMALL } from './icons/address.ts'
import { PAPER } from './paper.ts'

export const MANIFEST_ADDRESS = '/manifest.webmanifest'

/**
 * What a platform shows of the publication among its apps; it opens in the browser, as every page does.
 * @see https://www.w3.org/TR/appmanifest/
 */
export function manifest({ name, description, locale }: Publication) {
  const icon = (src: string, side: number, purpose: 'any' | 'maskable') => ({
    src,
    sizes: `${side}x${side}`,
    type: ICON_TYPE,
    purpose,
  })
  return {
    id: '/',
    name,
    short_name: name,
    description,
    lang: locale,
    dir: 'auto',
    start_url: '/',
    scope: '/',
    display: 'browser',
    background_color: PAPER.light,
    theme_color: PAPER.light,
    icons: [
      icon(iconAddress(SMALL), SMALL, 'any'),
      icon(iconAddress(LARGE), LARGE, 'any'),
      icon(MASKABLE_ADDRESS, LARGE, 'maskable'),
    ],
  } as const
}
