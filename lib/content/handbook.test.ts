import { cp, readFile } from 'node:fs/promises'
import path from 'node:path'
import GithubSlugger from 'github-slugger'
import { dump, load } from 'js-yaml'
import { expect, test } from 'vitest'
import { type ContentFolder, contentFolder } from '#tests/fixtures/content.ts'
import { DIRECTIVES } from '../markdown/directives.ts'
import { schema } from '../markdown/sanitise.ts'
import { isError, RULES } from './problems.ts'
import { KINDS, RESERVED } from './rules/names.ts'
import { articleFields, authorFields, image } from './schema/article.ts'
import * as site from './schema/site.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const handbook = await readFile(path.join(ROOT, 'docs/editors.md'), 'utf8')

/** Every example: what stands after its three backticks, and what it says. */
const EXAMPLE = /^```(\w+) ?(\S*)\n(.*?)^```$/gms
const examples = Array.from(handbook.matchAll(EXAMPLE), ([, language, file, text = '']) => ({ language, file, text }))

const prose = handbook.replace(EXAMPLE, '')

/** The prose from a heading of the second level to the next. */
const section = (heading: string) => prose.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''

/** The names in the first cells of the tables of a section. */
const named = (heading: string) =>
  Array.from(section(heading).matchAll(/^\| (`.+?`) \|/gm), ([, cell = '']) => cell.split(' '))
    .flat()
    .map((name) => name.replaceAll('`', ''))

test('every rule of the check is explained, with how much it matters and how to mend it', () => {
  const row = /^\| `([a-z-]+)` \| (\w+) \| [^|]+\. \| [^|]+\. \|$/gm
  const rows = section('Every message of the check').matchAll(row)
  expect(Object.fromEntries(Array.from(rows, ([, rule, severity]) => [rule, severity]))).toEqual(RULES)
})

test.each<[string, object]>([
  ['Articles', { ...articleFields, ...image.shape }],
  ['Authors', authorFields],
  ['Sections', site.sectionFields],
  ['Topics', site.topicFields],
  ['Series', site.seriesFields],
  ['Plain pages', site.pageFields],
  ['Newsletters', { ...site.newsletterFields, ...site.newsletterFields.selection.unwrap().shape }],
  ['Fronts', site.frontFields],
  ['The publication', site.siteFields],
])('%s: every field is explained, and no other', (heading, fields) => {
  expect(named(heading).sort()).toEqual(Object.keys(fields).sort())
})

test.each(Object.keys(DIRECTIVES))('%s is shown as a directive', (name) => {
  expect(examples.map(({ text }) => text).join('')).toMatch(new RegExp(`^:{2,4}${name}(\\{|$)`, 'm'))
})

test('every kind, every name that is taken and every element that is allowed is listed', () => {
  for (const kind of Object.keys(KINDS)) expect(section('Articles')).toContain(`\`${kind}\``)
  for (const name of RESERVED) expect(section('The content folder')).toContain(`\`${name}\``)
  for (const element of schema.tagNames ?? []) expect(section('The text')).toContain(`\`${element}\``)
})

const FRONT = {
  title: 'An example',
  dek: 'From the handbook.',
  kind: 'news',
  section: 'world',
  authors: ['rosa-delgado'],
  published: '2026-11-20T08:00:00-05:00',
  image: { src: '/media/station.jpg', alt: 'A station', credit: 'Broadsheet' },
}
const article = (fields: unknown, body: string) => `---\n${dump({ ...FRONT, ...(fields as object) })}---\n\n${body}`

/** The sample publication with the examples in it: files in their places, and pieces in articles of their own. */
async function sampleWithExamples(): Promise<ContentFolder> {
  const folder = await contentFolder()
  await folder.remove('')
  await cp(path.join(ROOT, 'content'), folder.root, {
    recursive: true,
    filter: (source) => !source.endsWith('originals'),
  })
  for (const [at, { language, file, text }] of examples.entries()) {
    if (file) await folder.write({ [file.replace('content/', '')]: text })
    else if (language === 'markdown') await folder.write({ [`articles/example-${at}.md`]: article({}, text) })
    else if (language === 'yaml') await folder.write({ [`articles/example-${at}.md`]: article(load(text), 'Text.\n') })
  }
  return folder
}

test('every example passes the check in the sample publication', async () => {
  await using folder = await sampleWithExamples()
  const { problems } = await folder.read(Date.parse('2026-12-01T00:00:00Z'))
  expect(problems.filter(isError)).toEqual([])
})

test('every link of the handbook to a place of its own leads there', () => {
  const slugger = new GithubSlugger()
  const places = Array.from(prose.matchAll(/^#+ (.*)$/gm), ([, heading = '']) => slugger.slug(heading))
  const links = Array.from(prose.matchAll(/\]\(#(.*?)\)/g), ([, place]) => place)
  expect(links.filter((place) => place === undefined || !places.includes(place))).toEqual([])
})
