import { catalog as open, openStore } from '../catalog/store.ts'
import type { Picture, Publication } from '../model.ts'
import { toPicture } from './present.ts'

/** The publication: its name, editions, navigation and promotion. @throws {ContentNotReady} */
export const getPublication = async (): Promise<Publication> => (await open()).site.publication

/** The same, or null while there is nothing to serve. */
export async function findPublication(): Promise<Publication | null> {
  const { catalog } = await openStore()
  return catalog.ready ? catalog.site.publication : null
}

/** The picture by which machines show who publishes; null where there is none. */
export async function getLogo(): Promise<Picture | null> {
  const catalog = await open()
  const { logo, publication } = catalog.site
  return logo === null ? null : toPicture(catalog, { src: logo, alt: publication.name })
}
