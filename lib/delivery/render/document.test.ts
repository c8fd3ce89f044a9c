import { expect, test } from 'vitest'
import { currentReading, type Reading } from '../../content/catalog/reading.ts'
import type { Handler } from './capture.ts'
import { renderDocument } from './document.ts'

const HTML = { 'content-type': 'text/html; charset=utf-8' }
const signal = new AbortController().signal

const render = (handle: Handler, url = '/a', onStreamed = (_: string) => {}) =>
  renderDocument(handle, url, signal, onStreamed)

/** A handler that answers all alike. */
const answers =
  (status: number, headers: Record<string, string>, body = ''): Handler =>
  async (_, response) =>
    void response.writeHead(status, headers).end(body)

test('a page comes without scripts, with the keys of all that it read', async () => {
  const rendered = await render(async (_, response) => {
    await Promise.resolve()
    currentReading()?.note('article:a')
    response.writeHead(200, HTML).end('<p>a</p><script src="/_next/x.js"></script>')
  })
  expect(rendered).toEqual({
    type: 'page',
    keys: new Set(['article:a']),
    parts: {
      status: 200,
      contentType: HTML['content-type'],
      link: null,
      markdown: null,
      headers: [],
      body: Buffer.from('<p>a</p>'),
    },
  })
})

test('a page that could not read all that it shows is for who asked, and for no cache', async () => {
  const rendered = await render(async (_, response) => {
    currentReading()?.markPartial()
    response.writeHead(200, HTML).end('<p>a</p>')
  })
  expect(rendered).toMatchObject({ parts: { headers: [['cache-control', 'no-store']] } })
})

test('two at the same time read apart', async () => {
  const handle: Handler = async ({ url }, response) => {
    await new Promise((resolve) => setImmediate(resolve))
    currentReading()?.note(`article:${url}`)
    response.end()
  }
  const [a, b] = await Promise.all([render(handle, '/a'), render(handle, '/b')])
  expect([a.keys, b.keys]).toEqual([new Set(['article:/a']), new Set(['article:/b'])])
})

test('what is no HTML stays as it is', async () => {
  const text = '<feed><script>x</script></feed>'
  const rendered = await render(answers(200, { 'content-type': 'application/atom+xml' }, text))
  expect(rendered).toMatchObject({ parts: { contentType: 'application/atom+xml', body: Buffer.from(text) } })
})

test('a missing page and a moved one are told apart from pages', async () => {
  expect(await render(answers(404, HTML, 'empty'))).toMatchObject({ type: 'missing' })
  expect(await render(answers(308, { location: '/b' }))).toMatchObject({ type: 'moved', status: 308, location: '/b' })
})

test('the pages for faults are pages, with the status of their fault', async () => {
  expect(await render(answers(200, HTML, 'x'), '/fault/missing')).toMatchObject({
    type: 'page',
    parts: { status: 404 },
  })
  expect(await render(answers(200, HTML, 'x'), '/fault')).toMatchObject({ type: 'page', parts: { status: 500 } })
})

test.for([500, 503])('status %s is thrown', async (status) => {
  await expect(render(answers(status, HTML, 'x'))).rejects.toThrow(`status ${status}`)
})

test('a page with streamed boundaries is told of', async () => {
  const told: string[] = []
  const html = '<!--$?--><template id="B:0"></template><!--/$--><script>$RC("B:0","S:0")</script>'
  await render(answers(200, HTML, html), '/a', (url) => told.push(url))
  expect(told).toEqual(['/a'])
})

test.for(['it is done', 'it fails', 'it is given up'] as const)(
  'a rendering lets go of what it read when %s',
  async (end) => {
    let reading: Reading | undefined
    const giveUp = new AbortController()
    const handle: Handler = async (_, response) => {
      reading = currentReading()
      if (end === 'it fails') throw new Error('no ink')
      if (end === 'it is done') response.end()
      else await new Promise(() => {})
    }
    const rendered = renderDocument(handle, '/a', giveUp.signal, () => {})
    if (end === 'it is given up') giveUp.abort()
    else await rendered.catch(() => {})
    expect(reading?.ended).toBe(true)
  },
)

test('fonts and styles are announced early, scripts are not', async () => {
  const link = '</a.woff2>; rel=preload; as="font", </b.js>; rel=preload; as="script", </c.css>; rel=preload; as=style'
  expect(await render(answers(200, { ...HTML, link }))).toMatchObject({
    parts: { link: '</a.woff2>; rel=preload; as="font", </c.css>; rel=preload; as=style' },
  })
})

test('a route says who may show, read and list its answer, and nothing else', async () => {
  const headers = {
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'set-cookie': 'a=b',
    link: '</a>; rel="self"',
  }
  const rendered = await render(answers(200, headers, '{}'))
  expect(rendered).toMatchObject({
    parts: { link: '</a>; rel="self"', headers: [['access-control-allow-origin', '*']] },
  })
})

test('a page of what is gone for good says so', async () => {
  const rendered = await render(async (_, response) => {
    currentReading()?.markGone()
    response.writeHead(200, HTML).end('<p>Withdrawn</p>')
  })
  expect(rendered).toMatchObject({ type: 'page', parts: { status: 410 } })
})

test('the other forms of a page are announced behind its files', async () => {
  const head = '<link rel="alternate" type="text/markdown" href="https://paper.example/world/a.md"/>'
  const link = '</a.woff2>; rel=preload; as="font"'
  expect(await render(answers(200, { ...HTML, link }, head))).toMatchObject({
    parts: { link: `${link}, </world/a.md>; rel="alternate"; type="text/markdown"`, markdown: '/world/a.md' },
  })
})

test('a route may say that its answer is for no cache, a page may not', async () => {
  const fleeting = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  expect(await render(answers(200, fleeting, '{}'))).toMatchObject({
    parts: { headers: [['cache-control', 'no-store']] },
  })
  expect(await render(answers(200, { ...fleeting, ...HTML }))).toMatchObject({ parts: { headers: [] } })
})

test('a route may say that it does not have a form', async () => {
  const rendered = await render(answers(501, { 'content-type': 'text/plain' }, 'No such form'))
  expect(rendered).toMatchObject({ type: 'page', parts: { status: 501 } })
})
