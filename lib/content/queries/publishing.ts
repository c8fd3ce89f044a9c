import { openStore } from '../catalog/store.ts'
import type { Published } from '../sync/keeping.ts'

/** Pulls the checkout that holds the content and publishes what came. @throws when it could not; nothing has changed then */
export const publish = async (): Promise<Published> => (await openStore()).publish()
