import type { Metadata } from 'next'
import type { Publication } from '../../content/model.ts'
import { APPLE_ADDRESS, ICON_TYPE, iconAddress, SMALL } from '../icons/address.ts'
import { MANIFEST_ADDRESS } from '../manifest.ts'

/**
 * What every page has in its head. There is no `metadataBase`: addresses are absolute where they are made, and with one
 * Next takes the slash from that of the front.
 */
export function describeSite({ name, description }: Publication): Metadata {
  return {
    // The template is for titles that are fixed. Others come whole: Next reads `$&` in them as what to put there.
    title: { default: name, template: `%s | ${name}` },
    description,
    manifest: MANIFEST_ADDRESS,
    icons: {
      icon: { url: iconAddress(SMALL), type: ICON_TYPE, sizes: `${SMALL}x${SMALL}` },
      apple: APPLE_ADDRESS,
    },
  }
}
