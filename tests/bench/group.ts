import type { Row } from './row.ts'
import type { Workspace } from './workspace.ts'

/** Measures one matter. @throws {NotMeasured} when this machine lacks something for it */
export type Measure = (workspace: Workspace) => Promise<Row[]>
