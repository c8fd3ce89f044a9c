import { readFileSync } from 'node:fs'
import { listFiles } from '#lib/content/source/files.ts'
import { readFolder } from '#lib/content/sync/folder.ts'
import { withTree } from '#lib/markdown/parse.ts'
import { type Row, row } from '../row.ts'
import type { Workspace } from '../workspace.ts'

/** Checking a content folder, against only reading its bytes and against parsing all its Markdown. */
export async function benchCheck(workspace: Workspace): Promise<Row[]> {
  const root = workspace.corpus(workspace.smallest)
  workspace.say('check: a whole folder')
  const { files } = listFiles(root)
  const markdown = files.filter(({ file }) => file.endsWith('.md'))

  let started = performance.now()
  const texts = markdown.map(({ absolute }) => readFileSync(absolute, 'utf8'))
  const read = performance.now() - started

  started = performance.now()
  const checked = await readFolder(root, Date.now())
  const check = performance.now() - started

  started = performance.now()
  for (const text of texts) withTree(text, () => {})
  const parse = performance.now() - started

  const what = `check of ${checked.files} files`
  return [
    row({ what, value: check, unit: 'ms', against: { what: 'reading their bytes', value: read } }),
    row({ what, value: check, unit: 'ms', against: { what: 'parsing all Markdown', value: parse } }),
  ]
}
