import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readFolder } from '#lib/content/catalog/folder.ts'
import { listFiles } from '#lib/content/source/files.ts'
import { withTree } from '#lib/markdown/parse.ts'
import { type Row, row } from './row.ts'

/** Checking a content folder, against only reading its bytes and against parsing all its Markdown. */
export async function benchCheck(folder: string): Promise<Row[]> {
  const root = path.resolve(folder)
  const { files } = await listFiles(root)
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

  const what = `check of ${checked.files.size} files`
  return [row(what, check, 'reading their bytes', read), row(what, check, 'parsing all Markdown', parse)]
}
