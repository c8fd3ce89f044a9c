import { expect, test } from 'vitest'
import { announce } from './alternates.ts'

test('a page names its Markdown and its oEmbed in the header, by their paths', () => {
  const alternates = [
    { type: 'application/rss+xml', href: 'https://paper.example/feed.xml' },
    { type: 'text/markdown', href: 'https://paper.example/world/a.md' },
    { type: 'application/json+oembed', href: '/oembed?url=https%3A%2F%2Fpaper.example%2Fworld%2Fa&amp;format=json' },
  ]
  expect(announce(alternates)).toEqual({
    links: [
      '</world/a.md>; rel="alternate"; type="text/markdown"',
      '</oembed?url=https%3A%2F%2Fpaper.example%2Fworld%2Fa&format=json>; rel="alternate"; type="application/json+oembed"',
    ],
    markdown: '/world/a.md',
  })
})

test('a page without other forms names none', () => {
  expect(announce([])).toEqual({ links: [], markdown: null })
})

test('nothing that an address holds can end the header or begin another link', () => {
  const { links } = announce([{ type: 'text/markdown', href: '/a>; rel="x", <\r\nb\u{1f30d}.md' }])
  expect(links).toEqual(['</a%3E;%20rel=%22x%22,%20%3Cb%F0%9F%8C%8D.md>; rel="alternate"; type="text/markdown"'])
  expect(announce([{ type: 'text/markdown', href: 'https://[' }]).links).toEqual([])
})
