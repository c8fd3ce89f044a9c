import { expect, test } from 'vitest'
import { bodyFacts } from './facts.ts'

test('links are found in every form, with their places', () => {
  const { links } = bodyFacts(
    '[a](/b) <https://c.example>\n[d][e] and f@g.example\n\n[e]: /h\n\n<p><a href="/i">j</a></p>',
  )
  expect(links).toEqual([
    { line: 1, column: 1, href: '/b' },
    { line: 1, column: 9, href: 'https://c.example' },
    { line: 2, column: 12, href: 'mailto:f@g.example' },
    { line: 4, column: 1, href: '/h' },
    { line: 6, column: 1, href: '/i' },
  ])
})

test('a tag of a link that stands alone counts', () => {
  expect(bodyFacts('see <a href="/a">*b*</a>').links).toEqual([{ line: 1, column: 5, href: '/a' }])
})

test('what is in code or in a comment does not count', () => {
  const facts = bodyFacts(
    '`[a](/b)`\n\n    ![a](/b)\n\n<!-- <a href="/c"> <img src="/d"> -->\n\n```\n::promotion\n## a\n```',
  )
  expect(facts).toMatchObject({ links: [], images: [], directives: [], headings: [] })
})

test('pictures are found in every form, with alt text and credit', () => {
  const { images } = bodyFacts(
    '![a](/media/b.jpg "c") ![](d.png)\n\n![e][f]\n\n[f]: /media/g.jpg\n\n<img src="/media/h.jpg">',
  )
  expect(images).toEqual([
    { line: 1, column: 1, src: '/media/b.jpg', alt: 'a', credit: 'c' },
    { line: 1, column: 24, src: 'd.png', alt: '', credit: null },
    { line: 3, column: 1, src: '/media/g.jpg', alt: 'e', credit: null },
    { line: 7, column: 1, src: '/media/h.jpg', alt: '', credit: null },
  ])
})

test('directives are found with their form, attributes and whether they may stand there', () => {
  const { directives } = bodyFacts(
    ':::aside{title="a" x}\n::promotion\n:::\n\n- ::related{slug=b}\n\n:::pullquote{by="c"}\n::promotion\n:::',
  )
  expect(directives).toEqual([
    { line: 1, column: 1, name: 'aside', container: true, attributes: { title: 'a', x: '' }, placed: true },
    { line: 2, column: 1, name: 'promotion', container: false, attributes: {}, placed: true },
    { line: 5, column: 3, name: 'related', container: false, attributes: { slug: 'b' }, placed: false },
    { line: 7, column: 1, name: 'pullquote', container: true, attributes: { by: 'c' }, placed: true },
    { line: 8, column: 1, name: 'promotion', container: false, attributes: {}, placed: false },
  ])
})

test('headings are found with depth, text and id', () => {
  expect(bodyFacts('## A <b>b</b>\n\n#### *c*').headings).toEqual([
    { line: 1, column: 1, depth: 2, text: 'A b', id: 'a-b' },
    { line: 3, column: 1, depth: 4, text: 'c', id: 'c' },
  ])
})

test('the words of paragraphs are counted as they are read', () => {
  expect(bodyFacts('one *two* [three](/a)\nfour\n\n> <b class="x">five</b>').paragraphs).toEqual([
    { line: 1, column: 1, words: 4 },
    { line: 4, column: 3, words: 1 },
  ])
})

test('a body that nests too deep says so', () => {
  expect(bodyFacts('<div>'.repeat(50_000))).toMatchObject({ tooDeep: true, links: [], directives: [] })
  expect(bodyFacts('> > a')).toMatchObject({ tooDeep: false })
})
