import { expect, test } from 'vitest'
import { atPageAddress, prefersMarkdown } from './negotiation.ts'

test.for([
  ['text/markdown', true],
  ['TEXT/Markdown', true],
  ['text/markdown;variant=GFM', true],
  ['text/markdown, text/html;q=0.9', true],
  ['text/html;q=0.5, text/markdown', true],
  ['text/markdown, text/plain;q=0.9, */*;q=0.8', true],
  ['text/markdown;q=0.5, text/html;q=0.4', true],
  ['text/markdown, */*', true],
  ['text/markdown, text/html, */*', true],
  ['text/markdown ; q=1.000 , text/html ; q=0.999', true],
  ['text/html;q=0, */*', true],
  ['text/*;q=0.9, text/html;q=0.1', true],
])('%s asks for Markdown', ([accept]) => {
  expect(prefersMarkdown(String(accept))).toBe(true)
  expect(prefersMarkdown(String(accept))).toBe(true)
})

test.for([
  undefined,
  '',
  '*/*',
  'text/*',
  'text/html',
  'text/html, text/markdown',
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
  'text/markdown;q=0',
  'text/markdown;q=0, */*',
  'text/markdown;q=2, */*;q=0.1',
  'text/markdown;q=abc',
  'text/html;level=1, text/markdown;q=0.9',
  'application/json',
  'text/x-markdown',
  ',,;;q=',
])('%s gets the page', (accept) => {
  expect(prefersMarkdown(accept)).toBe(false)
})

test('made-up headers do not stay in memory beyond a bound, and are read all the same', () => {
  for (let i = 0; i < 3000; i++) expect(prefersMarkdown(`text/markdown;q=0.${i % 10}1, x/${i}`)).toBe(true)
  expect(prefersMarkdown(`text/markdown, ${'x/y, '.repeat(1000)}`)).toBe(true)
})

test('Markdown at the address of a page says where it is at home, and is for nobody else', () => {
  const head = ['content-type', 'text/markdown', 'cache-control', 'public', 'vary', 'accept-encoding']
  const own = { etag: '"a"', body: Buffer.from('# A'), heads: [head, head], unchanged: [head, head] } as const
  const given = atPageAddress({ ...own, heads: [[...head, 'x-robots-tag', 'noindex'], head] } as never, '/world/a.md')
  const stated = [
    ...['content-type', 'text/markdown', 'cache-control', 'private, max-age=0'],
    ...['vary', 'accept, accept-encoding', 'content-location', '/world/a.md'],
  ]
  expect(given).toEqual({ etag: '"a"', body: own.body, heads: [stated, stated], unchanged: [stated, stated] })
})
