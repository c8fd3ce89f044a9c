import { readFileSync } from 'node:fs'
import { remark } from 'remark'
import { readMarkdown } from '#lib/content/source/document.ts'
import { withTree } from '#lib/markdown/parse.ts'
import { renderBody } from '#lib/markdown/render.ts'
import { type Row, row } from '../row.ts'
import { newestStories } from '../stories.ts'
import type { Workspace } from '../workspace.ts'

const MOST = 500
const PASSES = 5

/** Rendering bodies to sanitised blocks, against only parsing them; and parsing them, against parsing CommonMark alone. */
export async function benchMarkdown(workspace: Workspace): Promise<Row[]> {
  const stories = newestStories(workspace.corpus(workspace.smallest), workspace.amount(MOST, 100))
  workspace.say(`markdown: ${stories.length} bodies`)
  const bodies = stories.map(({ file }) => readMarkdown(file, readFileSync(file, 'utf8')).body)
  const commonmark = remark().freeze()
  const plain = fastest(bodies, (body) => commonmark.parse(body))
  const parse = fastest(bodies, (body) => withTree(body, () => {}))
  const render = fastest(bodies, (body) => renderBody(body, () => null, { newsletter: 'morning', promotion: true }))
  const count = bodies.length
  return [
    row({
      what: `rendering ${count} bodies`,
      value: render,
      unit: 'ms',
      against: { what: 'parsing them', value: parse },
    }),
    row({
      what: `parsing ${count} bodies`,
      value: parse,
      unit: 'ms',
      against: { what: 'parsing plain CommonMark', value: plain },
    }),
  ]
}

/** The fastest of some passes, which the rest of the machine disturbs least; the first ones are to warm up. */
function fastest(bodies: readonly string[], work: (body: string) => unknown): number {
  const passes = Array.from({ length: PASSES }, () => {
    const started = performance.now()
    for (const body of bodies) work(body)
    return performance.now() - started
  })
  return Math.min(...passes)
}
