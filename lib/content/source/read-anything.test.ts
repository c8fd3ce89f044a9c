import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { article, contentFolder, FILE, NOW, site } from '#tests/fixtures/content.ts'
import { checkFile } from '../rules/check.ts'
import { readContentFile } from './read.ts'

/** Puts bytes where a file of the folder is, reads and checks it; fails for anything but typed problems. */
async function expectTyped<T>(arbitrary: fc.Arbitrary<T>, toBytes: (value: T) => string | Uint8Array, file: string) {
  await using folder = await contentFolder()
  const { names } = await folder.read()
  const absolute = path.join(folder.root, 'fuzzed')
  fc.assert(
    fc.property(arbitrary, (value) => {
      writeFileSync(absolute, toBytes(value))
      const parsed = readContentFile({ file, absolute, size: 0, stamp: '' })
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
