import path from 'node:path'
import { readFolder } from '#lib/content/catalog/folder.ts'
import { withTree } from '#lib/markdown/parse.ts'
import { renderBody } from '#lib/markdown/render.ts'
import { type Row, row } from './row.ts'

const MOST = 500

/** Rendering bodies to sanitised blocks, against only parsing them. */
export async function benchRender(folder: string): Promise<Row[]> {
  const { files } = await readFolder(path.resolve(folder), Date.now())
  const bodies = Array.from(files.values())
    .flatMap(({ kind, document }) => (kind === 'articles' && document ? [document.body] : []))
    .slice(0, MOST)
  const pass = (work: (body: string) => unknown) => {
    const started = performance.now()
    for (const body of bodies) work(body)
    return performance.now() - started
  }
  const render = (body: string) => renderBody(body, () => null, { newsletter: 'morning', promotion: true })
  pass(render)
  return [
    row(
      `rendering ${bodies.length} bodies`,
      pass(render),
      'parsing them',
      pass((body) => withTree(body, () => {})),
    ),
  ]
}
