import fc from 'fast-check'
import { expect, test } from 'vitest'
import { article, contentFolder, FILE, NOW, site } from '#tests/fixtures/content.ts'
import { prose } from '#tests/fixtures/prose.ts'
import { scan } from '../../markdown/scan.ts'
import { readMarkdown } from '../source/document.ts'
import { checkBody } from './body.ts'
import type { Names } from './names.ts'
import { Report } from './report.ts'

async function names(url = 'https://broadsheet.example'): Promise<Names> {
  const parts = { 'articles/draft.md': article({ status: 'draft' }), 'site.yaml': site({ url }) }
  await using folder = await contentFolder(parts)
  return (await folder.read()).names
}

function check(body: string, among: Names) {
  const document = readMarkdown(FILE, article({}, body))
  const report = new Report(document)
  checkBody(document, among, { address: '/world/a', visibleFrom: NOW }, report)
  return report.problems
}

/** A comment at the end has nothing in it to find fault with, but leaves the body to the parser. */
const inFull = (body: string) => `${body}\n\n<!-- -->\n`

test('the quick check of a body finds what the full check finds', async () => {
  const known = await Promise.all(['https://broadsheet.example', 'http://www.broadsheet.example'].map(names))
  const own = fc.constantFrom(...known)
  let quick = 0
  fc.assert(
    fc.property(prose, own, (body, among) => {
      if (!scan(body, among.url).plain) return
      quick++
      expect(check(body, among)).toEqual(check(inFull(body), among))
    }),
    { numRuns: 1000 },
  )
  // Else this test would say nothing.
  expect(quick).toBeGreaterThan(100)
})

test.each([
  ["a space that is none of Markdown's before an address", '[a](\u00a0/world/station)'],
  ['and after it', '[a](/world/station\u00a0)'],
  ['and within it', '[a](/world/station\u2003x)'],
  ['a heading in a note', 'a[^1]\n\n[^1]: # b'],
  ['a directive in a note', 'a[^1]\n\n[^1]: ::promotion'],
  ['a definition that looks like a note', '[^a b]: *\n'],
  ['a heading by underline in a quotation', '> a\n> ==='],
  ['a heading after a line end that Markdown does not know', 'a\u2028## b\n\n### c'],
  ["this site's name as a bare address", 'See www.broadsheet.example/no.'],
  ['a picture in code that goes over lines', '`a\n![A dot](/media/dot.png)\nb`'],
  ['a picture in a title that goes over lines', '[a](/world/station "b\n![A dot](/media/dot.png)\nc")'],
  ['a picture whose alt text is code of nothing', '![`` ``](/media/dot.png "Us")'],
  ['a picture that is the head of a table', '![A dot](/media/dot.png)\n|-|'],
])('%s is no slip of the quick check', async (_, body) => {
  const known = await names('http://www.broadsheet.example')
  expect(check(body, known)).toEqual(check(inFull(body), known))
})
