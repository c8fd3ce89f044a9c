import { catalog, openStore } from '../catalog/store.ts'
import type { Publication } from '../model.ts'

/** The publication: its name, editions, navigation and promotion. @throws {ContentNotReady} */
export const getPublication = async (): Promise<Publication> => (await catalog()).site.publication

/** The same, or null while there is nothing to serve. */
export async function findPublication(): Promise<Publication | null> {
  const { catalog } = await openStore()
  return catalog.ready ? catalog.site.publication : null
}
