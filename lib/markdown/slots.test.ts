import { expect, test } from 'vitest'
import { render } from '#tests/fixtures/markdown.ts'

test.each([
  ['::related{slug="suez"}', { type: 'related', slug: 'suez' }],
  ['::newsletter{name="morning"}', { type: 'newsletter', name: 'morning' }],
  ['::promotion', { type: 'promotion' }],
  ['::related', { type: 'related', slug: '' }],
])('%s stands by itself', (text, block) => {
  expect(render(text)).toEqual([block])
})

test('a pull quote has its text and its speaker', () => {
  expect(render(':::pullquote{by="Méchain\'s wife"}\nThe *metre*.\n\nIs "wrong".\n:::')).toEqual([
    { type: 'pullquote', by: 'Méchain’s wife', html: '<p>The <em>metre</em>.</p><p>Is “wrong”.</p>' },
  ])
})

test('a figure has its caption in one line', () => {
  expect(render(':::figure{src="/media/a.jpg" alt="A" credit="C"}\nA *caption*\n\nof two.\n:::')).toEqual([
    { type: 'figure', src: '/media/a.jpg', alt: 'A', credit: 'C', captionHtml: 'A <em>caption</em> of two.' },
  ])
})

test('a caption may begin with a list and still be well formed', () => {
  expect(render(':::figure{src="/media/a.jpg" alt="A" credit="C"}\n- a\n\nb\n:::')).toMatchObject([
    { captionHtml: '<ul>\n<li>a</li>\n</ul> b' },
  ])
})

test('a picture alone in its paragraph is a figure', () => {
  expect(render('![A](/media/a.jpg "C")')).toEqual([
    { type: 'figure', src: '/media/a.jpg', alt: 'A', credit: 'C', captionHtml: '' },
  ])
})

test('a picture with no title has no credit', () => {
  expect(render('![A](/media/a.jpg)')).toMatchObject([{ type: 'figure', credit: null }])
})

test('a picture by reference is a figure too', () => {
  expect(render('![A][a]\n\n[a]: /media/a.jpg "C"')).toMatchObject([
    { type: 'figure', src: '/media/a.jpg', credit: 'C' },
  ])
})

test('a picture among words stays there', () => {
  expect(render('See ![A](/media/a.jpg).')).toEqual([
    { type: 'html', html: '<p>See <img src="/media/a.jpg" alt="A" loading="lazy" decoding="async">.</p>' },
  ])
})

test.each([
  'https://example.org/a.jpg',
  '/a.jpg',
  'data:image/png;base64,AA',
  'javascript:alert(1)',
  '/media/../a.jpg',
])('a picture from %s leaves its alt text', (src) => {
  expect(render(`![A](${src} "C")`)).toEqual([{ type: 'html', html: '<p>A</p>' }])
  expect(render(`See ![A](${src} "C").`)).toEqual([{ type: 'html', html: '<p>See A.</p>' }])
  expect(render(`:::figure{src="${src}" alt="A" credit="C"}\na\n:::`)).toEqual([])
})

test('a fact box holds blocks, also other fact boxes', () => {
  expect(
    render(
      '::::aside{title="\'A\'"}\none\n\n![A](/media/a.jpg)\n\n:::aside{title="B"}\n::related{slug="s"}\n:::\n\ntwo\n::::',
    ),
  ).toEqual([
    {
      type: 'aside',
      title: '‘A’',
      blocks: [
        { type: 'html', html: '<p>one</p>' },
        { type: 'figure', src: '/media/a.jpg', alt: 'A', credit: null, captionHtml: '' },
        { type: 'aside', title: 'B', blocks: [{ type: 'related', slug: 's' }] },
        { type: 'html', html: '<p>two</p>' },
      ],
    },
  ])
})

test('in a list or a quotation the content of a directive stays and the rest goes', () => {
  expect(render('> :::aside{title="A"}\n> one\n> ::promotion\n> :::\n\n- ::promotion\n- ![A](/media/a.jpg)')).toEqual([
    {
      type: 'html',
      html: `<blockquote>
<p>one</p>
</blockquote>
<ul>
<li></li>
<li><img src="/media/a.jpg" alt="A" loading="lazy" decoding="async"></li>
</ul>`,
    },
  ])
})

test('of a directive that does not exist the content stays', () => {
  expect(render(':::vidoe{src="/a"}\none\n:::\n\n::vidoe[two]')).toEqual([{ type: 'html', html: '<p>one</p>' }])
})

test('in the HTML of a file a picture stays a picture and the rest goes', () => {
  expect(render('<details>\n<summary>A</summary>\n\n![A](/media/a.jpg "C")\n\n::promotion\n\nb\n\n</details>')).toEqual(
    [
      {
        type: 'html',
        html: expect.stringMatching(
          /^<details>\n<summary>A<\/summary>\s*<img src="\/media\/a.jpg" alt="A" title="C"[^>]*>\s*<p>b<\/p>\s*<\/details>$/,
        ),
      },
    ],
  )
})

test('in HTML that no page has, blocks stay blocks', () => {
  expect(render('<article>\n\n::promotion\n\n</article>')).toEqual([{ type: 'promotion' }])
})
