import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { article, checkFolder, contentFolder, FILE, NOW, site } from '#tests/fixtures/content.ts'
import { checkFile } from '../catalog/check.ts'
import { kindOf, readContentFile } from './read.ts'

test.each([
  ['site.yaml', 'site', 'site'],
  ['articles/a.md', 'articles', 'a'],
  ['articles/2022/04/a-b.md', 'articles', 'a-b'],
  ['authors/jo-march.md', 'authors', 'jo-march'],
  ['fronts/home.yaml', 'fronts', 'home'],
  ['pages/a.b.md', 'pages', 'a.b'],
])('%s is a file of %s with the slug %s', (file, kind, slug) => {
  expect(kindOf(file)).toEqual({ kind, slug })
})

test.each(['articles/a.txt', 'authors/more/a.md', 'a.md', 'fronts/home.md', 'site.yml', 'articles/.md', 'media/a.md'])(
  '%s is none of ours',
  (file) => {
    expect(kindOf(file)).toBeNull()
  },
)

/** What is wrong with a folder in which one file, beside good ones, has these bytes. */
const checkBytes = async (bytes: string | Uint8Array, file = FILE) =>
  (await checkFolder({ [file]: bytes })).map((line) => line.replace(`${file}:`, ''))

const text = article({ title: 'One é', dek: 'Two' }, 'Three.\n')

test.each([
  ['Windows line endings', text.replaceAll('\n', '\r\n')],
  ['old Macintosh line endings', text.replaceAll('\n', '\r')],
  ['a byte order mark', `\ufeff${text}`],
  ['both', `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ['no line end after the front matter', article({}, '').trimEnd()],
  ['a NUL character in the body', article({}, 'a\0b\n')],
])('a file with %s works', async (_, bytes) => {
  expect(await checkBytes(bytes)).toEqual([])
})

test('places are right in a file with Windows line endings', async () => {
  const bytes = article({ kind: 'newz' }, 'One.\n\nTwo [x](/nowhere).\n').replaceAll('\n', '\r\n')
  expect((await checkBytes(`\ufeff${bytes}`)).map((line) => line.split(' ')[0])).toEqual(['4:7', '12:5'])
})

test.each([
  ['an empty file', '', '1:1 error the file must begin with front matter between two lines of --- front-matter'],
  [
    'a lone byte order mark',
    '\ufeff',
    '1:1 error the file must begin with front matter between two lines of --- front-matter',
  ],
  ['UTF-16', Buffer.from(text, 'utf16le'), '2:13 error the file is not UTF-8 text encoding'],
  ['Latin-1', Buffer.from(text, 'latin1'), '2:12 error the file is not UTF-8 text encoding'],
  ['NUL in front matter', article({ title: '"a\0b"' }), '2:10 error YAML: null byte is not allowed in input yaml'],
  ['a repeated key', article({ updated: '1\ntitle: x' }), '10:1 error YAML: duplicated mapping key yaml'],
  ['deep nesting', article({ seo: '['.repeat(1000) }), '9:25 error YAML: nesting exceeded maxDepth (20) yaml'],
  [
    'front matter in JavaScript',
    text.replace('---', '---js'),
    '1:4 error front matter must be YAML: after the opening --- stands "js" front-matter-language',
  ],
  [
    '5 MB',
    article({}, 'word '.repeat(1024 * 1024)),
    '1:1 error the file has 5.0 MB; a content file may have at most 1 MB file-too-large',
  ],
])('%s is a problem of that file and of no other', async (_, bytes, problem) => {
  expect(await checkBytes(bytes)).toEqual([problem])
})

test('a bomb of aliases is refused', async () => {
  const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`)
  const [problem] = await checkBytes(article({ l0: `&l0 [x]\n${levels.join('\n')}` }))
  expect(problem).toMatch(/^1\d:\d+ error YAML: aliases exceeded maxAliases \(16\) yaml$/)
})

test('a file just below the limit is read, whatever it repeats', async () => {
  for (const piece of ['](', '<', '- ', '\n', '> \n', '#', '[', '![\n', '=\n', '1. '])
    expect(
      await checkBytes(`${site()}# ${'x'}\n#${piece.replaceAll('\n', '\n#').repeat(100_000)}`, 'site.yaml'),
    ).toEqual([])
})

/** Puts bytes where a file of the folder is, reads and checks it; fails for anything but typed problems. */
async function expectTyped<T>(arbitrary: fc.Arbitrary<T>, toBytes: (value: T) => string | Uint8Array, file: string) {
  await using folder = await contentFolder()
  const { names } = await folder.read()
  const absolute = path.join(folder.root, 'fuzzed')
  fc.assert(
    fc.property(arbitrary, (value) => {
      writeFileSync(absolute, toBytes(value))
      const parsed = readContentFile({ file, absolute, size: 0, changed: 0 })
      if (parsed === null) throw new Error('not read')
      const problems = checkFile(parsed, names, NOW)
      expect(problems.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true)
      expect(problems.map(({ rule }) => rule)).not.toContain('unreadable')
    }),
  )
}

const syntax = fc.constantFrom(
  ...'-?:,[]{}#&*!|>\'"%@`~ \n\tab0',
  '---\n',
  ': ',
  '- ',
  '\r',
  '\0',
  '\ufeff',
  'title: ',
  'image: ',
  'authors: ',
  '__proto__: ',
  'constructor: ',
  '2022-04-02T15:04:00Z',
)

test('no bytes make reading throw', async () => {
  await expectTyped(fc.uint8Array({ maxLength: 60 }), (bytes) => bytes, FILE)
})

test('no front matter makes reading or checking throw', async () => {
  await expectTyped(fc.string({ unit: syntax }), (yaml) => `---\n${yaml}\n---\n`, FILE)
})

test('no value of a field makes reading or checking throw', async () => {
  const field = fc.constantFrom(
    'title',
    'kind',
    'authors',
    'published',
    'image',
    'corrections',
    'seo',
    'withdrawn',
    'aliases',
  )
  const value = fc.json({ depthSize: 'small' })
  await expectTyped(fc.tuple(field, value), ([name, json]) => article({ [name]: json }), FILE)
})

test('no site.yaml makes reading or checking throw', async () => {
  const field = fc.constantFrom(
    'url',
    'locale',
    'timezone',
    'publisher',
    'editions',
    'kinds',
    'navigation',
    'promotion',
  )
  await expectTyped(fc.tuple(field, fc.json()), ([name, json]) => site({ [name]: json }), 'site.yaml')
})

test('no body makes reading or checking throw', async () => {
  const markdown = fc.constantFrom(
    ...'*_`[]()!#>-+~|:\\<&"\'\n\t 1a',
    '](',
    '](/constructor/x',
    '::',
    ':::',
    '{a="b"}',
    '[^1]',
    '[^1]: ',
    '```',
    '<a href="/x">',
    '<img src=x>',
    '&#0;',
    '\u2028',
    'www.a.b',
    '__proto__',
  )
  await expectTyped(fc.string({ unit: markdown, maxLength: 80 }), (body) => article({}, body), FILE)
})
