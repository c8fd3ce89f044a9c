import fc from 'fast-check'
import { expect, test } from 'vitest'
import { made } from '#tests/fixtures/pieces.ts'
import { bodyFacts } from './facts.ts'
import { LONG_PARAGRAPH, scan } from './scan.ts'

const OWN = 'https://broadsheet.example'

test('prose is plain, with the paths in it and its pictures', () => {
  const body = `A *first* paragraph at 12:30, with a [link](/world/suez) and [another](https://a.example "title").

## Heading

![Alt text](/media/a.jpg "Credit")

- a list[^1]
- of things

![No credit](/media/b.jpg)

[^1]: A note with a [link](/about).`
  expect(scan(body, OWN)).toEqual({
    plain: true,
    targets: ['/world/suez', '/media/a.jpg', '/media/b.jpg', '/about'],
    images: [
      { src: '/media/a.jpg', credit: 'Credit', line: 5 },
      { src: '/media/b.jpg', credit: null, line: 10 },
    ],
  })
})

test.each([
  ['a directive', '::promotion'],
  ['a directive in a list', '- ::promotion'],
  ['raw HTML', 'a <b>b</b>'],
  ['a reference', 'a &amp; b'],
  ['an escape', 'a \\* b'],
  ['fenced code', '```\na\n```'],
  ['indented code', 'a\n\n    b'],
  ['a definition', '[a]\n\n[a]: /b'],
  ['a heading by underline', 'a\n---'],
  ['a heading by underline in a quotation', '> a\n> ---'],
  ['a heading in a quotation', '> ## a'],
  ['a first-level heading', '# a'],
  ['a skipped heading level', '## a\n\n#### b'],
  ['a long paragraph', 'word '.repeat(LONG_PARAGRAPH + 1)],
  ['an anchor', '[a](#b)'],
  ['an anchor elsewhere', '[a](/b#c)'],
  ['a relative link', '[a](b)'],
  ['a link with another scheme', '[a](hxxp://b)'],
  ['an empty link', '[a]()'],
  ['a link to this site by its full address', `[a](${OWN}/b)`],
  ['a picture in a line', 'a ![b](/media/c.jpg)'],
  ['a picture right below a line', 'a\n![b](/media/c.jpg)'],
  ['a picture from elsewhere', '![a](https://b.example/c.jpg)'],
  ['a picture without alt text', '![](/media/c.jpg)'],
  ['a note that opens with a block', 'a[^1]\n\n[^1]: # b'],
  ['a line end of another kind', 'a\u2028## b'],
  ['a definition that looks like a note', '[^a b]: c'],
  ["a space of another kind before a link's address", '[a](\u00a0/b)'],
  ["this site's name without https", 'www.broadsheet.example/b'],
  ['emphasis that nests deep', '**_**_**_a'],
  ['emphasis that nests deep in one word', '(*a'.repeat(1500)],
  ['deep nesting', `${'> '.repeat(100)}a`],
])('%s is left to the parser', (_, body) => {
  expect(scan(body, OWN)).toEqual({ plain: false, targets: [], images: [] })
})

const PROSE = [
  ...'* ** _ ~~ ` ( ) [ ] ! " . : :: - = --- === # [^1] [a](/b) [a](https://b.example/c) [a]( 12:30 www.a.example'.split(
    ' ',
  ),
  ...[
    '\n',
    '\n\n',
    ' ',
    '  ',
    '\t',
    'word ',
    '## ',
    '### ',
    '> ',
    '- ',
    '* ',
    '1. ',
    '1) ',
    '[^1]: ',
    '[ ] ',
    '[a](/b "c")',
  ],
  ...[
    '\n\n![a](/media/b.jpg "c")\n\n',
    '\n\n![a](/media/b.jpg)\n\n',
    '| a | b |\n| --- | --- |\n| c | d |\n',
    'a@b.example ',
  ],
  ...['\u00a0', '\f'],
]

test('what is called plain gives the parser nothing else to find fault with', () => {
  fc.assert(
    fc.property(made(...PROSE), (body) => {
      const { plain, targets, images } = scan(body, OWN)
      fc.pre(plain)
      const facts = bodyFacts(body)
      expect(facts.images).toEqual(images.map((image) => ({ ...image, column: 1, alt: 'a' })))
      expect(facts.links.filter(({ href }) => !/^(?:https?|mailto):/.test(href) && !targets.includes(href))).toEqual([])
      expect(facts.directives).toEqual([])
      expect(facts.paragraphs.filter(({ words }) => words > LONG_PARAGRAPH)).toEqual([])
      const depths = [1, ...facts.headings.map(({ depth }) => depth)]
      expect(depths.slice(1).filter((depth, at) => depth === 1 || depth > (depths[at] ?? 1) + 1)).toEqual([])
      expect(facts.tooDeep).toBe(false)
    }),
    { numRuns: 500 },
  )
})
