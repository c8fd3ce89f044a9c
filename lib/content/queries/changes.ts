import { openStore } from '../catalog/store.ts'

/** Which reading of the content folder pages are made from. */
export const getRevision = async (): Promise<number> => (await openStore()).revision

/** Calls back after each change of the content, until the returned function is called. */
export const onContentChange = async (listener: () => void): Promise<() => void> =>
  (await openStore()).onChange(() => listener())
