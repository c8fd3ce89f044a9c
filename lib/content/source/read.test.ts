import path from 'node:path'
import { expect, test } from 'vitest'
import { article, checkFolder, contentFolder, FILE } from '#tests/fixtures/content.ts'
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
  ['UTF-16', Buffer.from(text, 'utf16le'), '2:24 error the file is not UTF-8 text encoding'],
  ['Latin-1', Buffer.from(text, 'latin1'), '2:12 error the file is not UTF-8 text encoding'],
  [
    'NUL in front matter',
    article({ title: '"a\0b"' }),
    '2:10 error the file holds the control character U+0000, which no page can show; delete it encoding',
  ],
  [
    'a bell in the body',
    article({}, 'a\x07b\n'),
    '10:2 error the file holds the control character U+0007, which no page can show; delete it encoding',
  ],
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

test.each(['](', '<', '<a ', '[', '::', '#', '&#', '\n', '](('])(
  'a million characters of %j are read at once',
  async (piece) => {
    const body = piece.repeat(1_000_000 / piece.length)
    await using folder = await contentFolder({ [FILE]: article({}, body) })
    expect(
      readContentFile({ file: FILE, absolute: path.join(folder.root, FILE), size: 0, stamp: '' })?.problems,
    ).toEqual([])
  },
)

test('a file that has gone in the meantime cannot be read', async () => {
  await using folder = await contentFolder()
  const absolute = path.join(folder.root, 'gone')
  expect(readContentFile({ file: FILE, absolute, size: 0, stamp: '' })).toMatchObject({
    slug: 'a',
    complete: null,
    problems: [{ rule: 'unreadable', message: 'the file cannot be read (ENOENT)', line: 1, column: 1 }],
  })
})
