import { catalog } from '../catalog/store.ts'

/** The commit that is published, in full; null where the content folder is in no git checkout. */
export const getRevision = async (): Promise<string | null> => (await catalog()).head()?.commit ?? null
