import { expect, test } from 'vitest'
import { article, checkArticle, checkFolder, FILE, markdown } from '#tests/fixtures/content.ts'

test('every directive of the contract can be right', async () => {
  const body = `One.

::newsletter{name="morning"}

::promotion

::related{slug="station"}

:::pullquote{by="Jo March"}
It falls.
:::

:::figure{src="/media/dot.png" alt="A dot" credit="Us"}
With a *caption*.
:::

::::aside{title="In short"}
It misses.

:::figure{src="/media/dot.png" alt="A dot" credit="Us"}
:::
::::
`
  expect(await checkArticle({}, body)).toEqual([])
})

test('times, scores and colons in running text are no directives', async () => {
  expect(await checkArticle({}, 'At 12:30 it was 3:2, :smile: and a:b{c="d"}.\n')).toEqual([])
})

test.each([
  ['::newsletter', '"newsletter" needs the attribute name="…" directive-attribute'],
  ['::newsletter{name=""}', '"newsletter" needs the attribute name="…" directive-attribute'],
  ['::newsletter{name}', '"newsletter" needs the attribute name="…" directive-attribute'],
  ['::related', '"related" needs the attribute slug="…" directive-attribute'],
  [':::pullquote\nIt falls.\n:::', '"pullquote" needs the attribute by="…" directive-attribute'],
  [':::aside\nIt falls.\n:::', '"aside" needs the attribute title="…" directive-attribute'],
  [':::figure{alt="A dot" credit="Us"}\nIt is.\n:::', '"figure" needs the attribute src="…" directive-attribute'],
  [':::figure{src="/media/dot.png" credit="Us"}\n:::', '"figure" needs the attribute alt="…" missing-alt'],
  [':::figure{src="/media/dot.png" alt=" " credit="Us"}\n:::', '"figure" needs the attribute alt="…" missing-alt'],
  [':::figure{src="/media/dot.png" alt="A dot"}\n:::', '"figure" needs the attribute credit="…" missing-credit'],
])('a directive that lacks an attribute is an error: %j', async (body, problem) => {
  expect(await checkArticle({}, `${body}\n`)).toEqual([`10:1 error ${problem}`])
})

test.each([
  ['::newsletter{name="morning" nmae="x"}', '"newsletter" has no attribute "nmae" (did you mean "name"?)'],
  ['::promotion{title="x"}', '"promotion" has no attribute "title"'],
  ['::related{slug="station" slugs="x"}', '"related" has no attribute "slugs" (did you mean "slug"?)'],
  ['::promotion{constructor="x"}', '"promotion" has no attribute "constructor"'],
])('an attribute that does not exist is an error: %j', async (body, problem) => {
  expect(await checkArticle({}, `${body}\n`)).toEqual([`10:1 error ${problem} directive-attribute`])
})

test.each([
  ['::newsleter{name="morning"}', 'there is no directive "newsleter" (did you mean "newsletter"?)'],
  [
    ':::gallery\nx\n:::',
    'there is no directive "gallery"; there are newsletter, promotion, related, pullquote, aside, figure',
  ],
  [
    '::constructor',
    'there is no directive "constructor"; there are newsletter, promotion, related, pullquote, aside, figure',
  ],
  [':::promotion\nx\n:::', '"promotion" is written ::promotion'],
  ['::aside{title="x"}', '"aside" is written :::aside, closed by a line of :::'],
])('a directive that does not exist is an error: %j', async (body, problem) => {
  expect(await checkArticle({}, `${body}\n`)).toEqual([`10:1 error ${problem} unknown-directive`])
})

test.each([
  [
    '::newsletter{name="mornign"}',
    'newsletter "mornign" has no file in newsletters/ (did you mean "morning"?) unknown-newsletter',
  ],
  ['::related{slug="statoin"}', 'there is no article "statoin" (did you mean "station"?) unknown-article'],
])('a directive may only name what there is: %j', async (body, problem) => {
  expect(await checkArticle({}, `${body}\n`)).toEqual([`10:1 error ${problem}`])
})

test('a story may be named by its alias', async () => {
  const parts = { 'articles/b.md': article({ aliases: '[old-name]' }) }
  expect(await checkArticle({}, '::related{slug="old-name"}\n', parts)).toEqual([])
})

test.each([
  ['> ::promotion', 3],
  ['- ::promotion', 3],
  ['- One\n\n  ::promotion', 3],
  [':::pullquote{by="x"}\n::promotion\n:::', 1],
])('a directive must stand by itself: %j', async (body, column) => {
  const line = 9 + body.split('\n').findIndex((text) => text.includes('::promotion')) + 1
  expect(await checkArticle({}, `${body}\n`)).toEqual([
    `${line}:${column} error "promotion" must stand by itself, not in a list, a quotation or another directive directive-place`,
  ])
})

test('all that is wrong with a directive is reported at once', async () => {
  expect(await checkArticle({}, 'One.\n\n> ::related{slgu="x"}\n')).toEqual([
    '12:3 error "related" has no attribute "slgu" (did you mean "slug"?) directive-attribute',
    '12:3 error "related" needs the attribute slug="…" directive-attribute',
    '12:3 error "related" must stand by itself, not in a list, a quotation or another directive directive-place',
  ])
})

test('nothing in code is checked', async () => {
  expect(await checkArticle({}, '```\n::nothing\n[a](/nowhere)\n# One\n```\n\nAnd `![](/nowhere)`.\n')).toEqual([])
})

test('what nests too deep to be read is an error', async () => {
  const problem = 'error quotations, lists, emphasis or tags nest too deep in each other to be read too-deep'
  expect(await checkArticle({}, `One.\n\n${'> '.repeat(5000)}[a](/nowhere)\n`)).toEqual([`10:1 ${problem}`])
  expect(await checkArticle({}, `${'<div>'.repeat(20_000)}\n`)).toEqual([`10:1 ${problem}`])
})

test('bodies of other files are checked as well', async () => {
  const body = 'See [this](/nowhere).\n'
  expect(
    await checkFolder({
      'authors/amy-march.md': markdown({ name: 'Amy March' }, body),
      'newsletters/morning.md': markdown({ title: 'a', description: 'b', schedule: 'daily 06:30' }, body),
      'pages/about.md': markdown({ title: 'About' }, body),
      [FILE]: article(),
    }),
  ).toEqual(
    ['authors/amy-march.md:4', 'newsletters/morning.md:6', 'pages/about.md:4'].map(
      (place) =>
        `${place}:5 error the link to "/nowhere" leads nowhere: no section, page or edition has that name dead-link`,
    ),
  )
})
