import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Problem } from '../content/problems.ts'
import { count, type Format, formatReport } from './report.ts'

const AUTHOR: Problem = {
  file: 'articles/a.md',
  line: 6,
  column: 11,
  rule: 'unknown-author',
  message: 'author "jo-marhc" has no file in authors/ (did you mean "jo-march"?)',
}
const CREDIT: Problem = { file: 'pages/b.md', line: 9, column: 1, rule: 'no-credit', message: 'no credit' }

const report = (format: Format, ...problems: Problem[]) =>
  formatReport(format, { files: 2, problems }, (file) => `content/${file}`)

/** Texts of every kind of character, with those that reports have to watch for. */
const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom('\n', '\r', '\u001b', '\u2028', '%', ':', ','), fc.string()),
})
const anyProblem = fc.record({ file: anyText, message: anyText }).map((over) => ({ ...AUTHOR, ...over }))

test('text is one line a problem', () => {
  expect(report('text', AUTHOR, CREDIT)).toBe(
    'content/articles/a.md:6:11 error author "jo-marhc" has no file in authors/ (did you mean "jo-march"?) unknown-author\n' +
      'content/pages/b.md:9:1 warning no credit no-credit\n',
  )
})

test('text replaces runs of control characters in a message by a space', () => {
  expect(report('text', { ...CREDIT, message: 'a\r\n\u001b[31mb\u0000\u2028c' })).toBe(
    'content/pages/b.md:9:1 warning a [31mb c no-credit\n',
  )
})

test('text keeps a file with a line end in its name on one line', () => {
  expect(report('text', { ...CREDIT, file: 'pages/b\nc.md' })).toBe(
    'content/pages/b c.md:9:1 warning no credit no-credit\n',
  )
})

test('github prints workflow annotations', () => {
  expect(report('github', AUTHOR, CREDIT)).toBe(
    '::error file=content/articles/a.md,line=6,col=11,title=unknown-author::author "jo-marhc" has no file in authors/ (did you mean "jo-march"?)\n' +
      '::warning file=content/pages/b.md,line=9,col=1,title=no-credit::no credit\n',
  )
})

test('github escapes percent signs and line ends in a message, and nothing else', () => {
  expect(report('github', { ...CREDIT, message: '100 %: a,\r\nb %0A' })).toBe(
    '::warning file=content/pages/b.md,line=9,col=1,title=no-credit::100 %25: a,%0D%0Ab %250A\n',
  )
})

test('github escapes colons and commas in a file name as well', () => {
  expect(report('github', { ...CREDIT, file: 'pages/a:b,c%\n.md' })).toContain(
    'file=content/pages/a%3Ab%2Cc%25%0A.md,line=9',
  )
})

test('json holds every problem with its severity, and the sums', () => {
  expect(JSON.parse(report('json', AUTHOR, CREDIT))).toEqual({
    files: 2,
    errors: 1,
    warnings: 1,
    problems: [
      { ...AUTHOR, file: 'content/articles/a.md', severity: 'error' },
      { ...CREDIT, file: 'content/pages/b.md', severity: 'warning' },
    ],
  })
})

test('a report of nothing is empty as text and as annotations, and is still JSON', () => {
  expect(report('text')).toBe('')
  expect(report('github')).toBe('')
  expect(JSON.parse(report('json'))).toEqual({ files: 2, errors: 0, warnings: 0, problems: [] })
})

test('whatever a file and a message hold, a problem is one line', () => {
  fc.assert(
    fc.property(anyProblem, (problem) => {
      for (const format of ['text', 'github'] as const) {
        const lines = report(format, problem).split(/[\n\r]/)
        expect(lines).toHaveLength(2)
        expect(lines[1]).toBe('')
      }
    }),
  )
})

test('whatever a file and a message hold, an annotation can be taken apart again', () => {
  const decode = (text: string) =>
    text
      .replaceAll('%2C', ',')
      .replaceAll('%3A', ':')
      .replaceAll('%0A', '\n')
      .replaceAll('%0D', '\r')
      .replaceAll('%25', '%')
  fc.assert(
    fc.property(anyProblem, (problem) => {
      const [, file = '', message = ''] =
        /^::error file=([^,:]*),line=6,col=11,title=[^:]*::(.*)\n$/su.exec(report('github', problem)) ?? []
      expect(decode(file)).toBe(`content/${problem.file}`)
      expect(decode(message)).toBe(problem.message)
    }),
  )
})

test('whatever a message holds, JSON gives it back', () => {
  fc.assert(
    fc.property(anyProblem, (problem) => {
      expect(JSON.parse(report('json', problem)).problems[0].message).toBe(problem.message)
    }),
  )
})

test('errors and warnings are counted apart', () => {
  expect(count([AUTHOR, CREDIT, CREDIT])).toEqual({ errors: 1, warnings: 2 })
})
