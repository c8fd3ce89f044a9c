import { openStore } from '../catalog/store.ts'

/** Calls back after each change of the content, until the returned function is called. */
export const onContentChange = async (listener: () => void): Promise<() => void> =>
  (await openStore()).onChange(listener)
