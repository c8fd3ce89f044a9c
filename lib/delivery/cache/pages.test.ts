import { expect, test } from 'vitest'
import type { Rendered } from '../render/document.ts'
import { Pages, type Turn } from './pages.ts'

const html = (text: string, ...keys: string[]): Rendered => ({
  type: 'page',
  keys: new Set(keys),
  parts: {
    status: 200,
    contentType: 'text/html; charset=utf-8',
    link: null,
    markdown: null,
    headers: [],
    body: Buffer.from(text),
  },
})
const missing = (...keys: string[]): Rendered => ({ type: 'missing', keys: new Set(keys) })

/** A cache whose renderings are done by hand, and whose clock stands still. */
function press({ maxBytes = 10_000_000 } = {}) {
  const begun: { url: string; turn: Turn; done: (rendered: Rendered | Error) => void }[] = []
  const stale: string[] = []
  const time = { clock: 0, now: Date.UTC(2026, 0, 1) }
  const pages = new Pages({
    maxBytes,
    clock: () => time.clock,
    now: () => time.now,
    onStale: (url, { message }) => stale.push(`${url}: ${message}`),
    render: (url, turn) =>
      new Promise((resolve, reject) => {
        turn.onBegin()
        begun.push({
          url,
          turn,
          done: (rendered) => (rendered instanceof Error ? reject(rendered) : resolve(rendered)),
        })
      }),
  })
  const shown = async (asked: ReturnType<typeof pages.get>): Promise<string> => {
    const answer = await asked
    return answer.type === 'page' ? String(answer.page.ready('identity')?.body) : answer.type
  }
  /** Asks, and answers the one rendering that this begins. */
  const fill = async (url: string, rendered: Rendered | Error): Promise<string> => {
    const asked = shown(pages.get(url))
    begun.at(-1)?.done(rendered)
    return asked
  }
  return { pages, begun, stale, time, ask: (url: string) => shown(pages.get(url)), fill }
}

const idle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

test('a page is rendered once for all who ask at the same time, and after', async () => {
  const { begun, ask } = press()
  const asked = [ask('/a'), ask('/a'), ask('/a')]
  begun[0]?.done(html('one'))
  expect(await Promise.all(asked)).toEqual(['one', 'one', 'one'])
  expect(await ask('/a')).toBe('one')
  expect(begun).toHaveLength(1)
})

test('a change of what a page read puts it out of date, and no other', async () => {
  const { pages, begun, fill, ask } = press()
  await fill('/a', html('a', 'article:a', 'site'))
  await fill('/b', html('b', 'article:b', 'site'))
  pages.change(new Set(['article:a']))
  expect(pages.fresh('/a')).toBeUndefined()
  expect(await ask('/b')).toBe('b')
  expect(begun).toHaveLength(2)
})

test('a change without keys is a change of everything', async () => {
  const { pages, fill } = press()
  await fill('/a', html('a', 'article:a'))
  await fill('/b', html('b'))
  pages.change(null)
  expect([pages.fresh('/a'), pages.fresh('/b')]).toEqual([undefined, undefined])
})

test('who asks after a change waits for the page that knows of it', async () => {
  const { pages, begun, fill, ask } = press()
  await fill('/a', html('old', 'k'))
  pages.change(new Set(['k']))
  const asked = ask('/a')
  begun[1]?.done(html('new', 'k'))
  expect(await asked).toBe('new')
})

test('a page that read other keys this time depends on those', async () => {
  const { pages, fill } = press()
  await fill('/a', html('1', 'k'))
  pages.change(new Set(['k']))
  await fill('/a', html('2', 'l'))
  pages.change(new Set(['k']))
  expect(pages.fresh('/a')).toBeDefined()
  pages.change(new Set(['l']))
  expect(pages.fresh('/a')).toBeUndefined()
})

test('a rendering that a change overtook is good for who asked before it, and for nobody after', async () => {
  const { pages, begun, ask } = press()
  const before = ask('/a')
  pages.change(new Set(['k']))
  const after = ask('/a')
  begun[0]?.done(html('old', 'k'))
  expect(await before).toBe('old')
  await idle()
  begun[1]?.done(html('new', 'k'))
  expect(await after).toBe('new')
  expect(await ask('/a')).toBe('new')
  expect(begun).toHaveLength(2)
})

test('a rendering that a change of other things overtook is good for all', async () => {
  const { pages, begun, ask } = press()
  const before = ask('/a')
  pages.change(new Set(['other']))
  const after = ask('/a')
  begun[0]?.done(html('a', 'k'))
  expect(await Promise.all([before, after, ask('/a')])).toEqual(['a', 'a', 'a'])
  expect(begun).toHaveLength(1)
})

test('a change while a rendering waits for its turn does not count against it', async () => {
  const { pages, begun, ask } = press()
  const asked = ask('/a')
  pages.change(new Set(['k']))
  begun[0]?.turn.onBegin()
  begun[0]?.done(html('new', 'k'))
  expect([await asked, await ask('/a')]).toEqual(['new', 'new'])
})

test('when a page cannot be rendered anew, its last good one is shown, and why is told', async () => {
  const { pages, stale, fill } = press()
  await fill('/a', html('good', 'k'))
  pages.change(new Set(['k']))
  expect(await fill('/a', new Error('no ink'))).toBe('good')
  expect(stale).toEqual(['/a: no ink'])
  expect(pages.counts.stale).toBe(1)
})

test('a page that failed is tried again once a second, and nobody waits for it', async () => {
  const { pages, begun, time, fill, ask } = press()
  await fill('/a', html('good', 'k'))
  pages.change(new Set(['k']))
  await fill('/a', new Error('no ink'))
  time.clock += 999
  expect([await ask('/a'), await ask('/a')]).toEqual(['good', 'good'])
  expect(begun).toHaveLength(2)
  time.clock += 1
  expect([await ask('/a'), await ask('/a')]).toEqual(['good', 'good'])
  expect(begun).toHaveLength(3)
  begun[2]?.done(html('better', 'k'))
  await idle()
  expect(await ask('/a')).toBe('better')
})

test('a page that failed is waited for as soon as something changed', async () => {
  const { pages, fill } = press()
  await fill('/a', html('good', 'k'))
  pages.change(new Set(['k']))
  await fill('/a', new Error('no ink'))
  pages.change(new Set(['k']))
  expect(await fill('/a', html('mended', 'k'))).toBe('mended')
})

test('where there is no page to show, the failure is', async () => {
  const { fill } = press()
  await expect(fill('/a', new Error('no ink'))).rejects.toThrow('no ink')
  expect(await fill('/a', html('there'))).toBe('there')
})

test('a missing page is believed to be missing for five seconds', async () => {
  const { begun, time, fill, ask } = press()
  await fill('/x', missing('article:x'))
  time.clock += 4999
  expect(await ask('/x')).toBe('missing')
  expect(begun).toHaveLength(1)
  time.clock += 1
  expect(await fill('/x', html('there'))).toBe('there')
})

test('a missing page that is published is there at once', async () => {
  const { pages, fill } = press()
  await fill('/x', missing('article:x'))
  pages.change(new Set(['article:x']))
  expect(await fill('/x', html('there', 'article:x'))).toBe('there')
})

test('a page that is withdrawn is gone', async () => {
  const { pages, fill, ask } = press()
  await fill('/a', html('a', 'k'))
  pages.change(new Set(['k']))
  expect(await fill('/a', missing('k'))).toBe('missing')
  expect(await ask('/a')).toBe('missing')
  expect(pages.size).toBe(0)
})

test('where a story moved to is kept until that changes', async () => {
  const { pages, begun, time, fill, ask } = press()
  const moved: Rendered = { type: 'moved', status: 308, location: '/new', keys: new Set(['k']) }
  await fill('/old', moved)
  time.clock += 1e9
  expect(await pages.get('/old')).toEqual({ type: 'moved', status: 308, location: '/new' })
  pages.change(new Set(['k']))
  void ask('/old')
  expect(begun).toHaveLength(2)
})

test('made-up addresses push out no page', async () => {
  const { pages, fill, ask, begun } = press({ maxBytes: 20_000 })
  await fill('/a', html('a'))
  for (let i = 0; i < 20_000; i++) await fill(`/${i}`, missing(`article:${i}`))
  expect(pages.size).toBe(1)
  const renders = begun.length
  expect(await ask('/a')).toBe('a')
  expect(begun).toHaveLength(renders)
})

test('pages never take more memory than they may; those not asked for go first', async () => {
  const { pages, fill } = press({ maxBytes: 60_000 })
  for (let i = 0; i < 20; i++) {
    await fill(`/${i}`, html('x'.repeat(10_000)))
    pages.fresh('/0')
    expect(pages.bytes).toBeLessThanOrEqual(60_000)
  }
  expect([pages.fresh('/0'), pages.fresh('/1'), pages.fresh('/19')]).toEqual([
    expect.anything(),
    undefined,
    expect.anything(),
  ])
})

test('encodings count as well', async () => {
  const { pages } = await filled('x'.repeat(10_000))
  const before = pages.bytes
  const answer = await pages.get('/a')
  if (answer.type !== 'page') throw new Error('no page')
  const { body } = await pages.represent('/a', answer.page, 'gzip')
  expect(pages.bytes).toBe(before + body.length)
})

test('a page larger than the cache is shown and not kept', async () => {
  const { pages, fill } = press({ maxBytes: 10_000 })
  expect(await fill('/a', html('x'.repeat(20_000), 'k'))).toHaveLength(20_000)
  expect(pages.size).toBe(0)
  pages.change(new Set(['k']))
})

async function filled(text: string) {
  const pressed = press()
  await pressed.fill('/a', html(text, 'k'))
  return pressed
}

test('the same bytes keep their tag and their date', async () => {
  const { pages, time, fill } = await filled('same')
  const before = pages.fresh('/a')
  time.now += 60_000
  pages.change(new Set(['k']))
  await fill('/a', html('same', 'k'))
  expect(pages.fresh('/a')).toBe(before)
})

test('other bytes get another tag and date', async () => {
  const { pages, time, fill } = await filled('one')
  const before = pages.fresh('/a')
  time.now += 60_000
  pages.change(new Set(['k']))
  await fill('/a', html('two', 'k'))
  const after = pages.fresh('/a')
  expect(after?.ready('identity')?.etag).not.toBe(before?.ready('identity')?.etag)
  expect(after?.lastModified).toEqual(new Date(time.now))
})

test('pages in demand are rendered before they are asked for, one after the other, the most wanted first', async () => {
  const { pages, begun, fill, ask } = press()
  for (const url of ['/cold', '/warm', '/hot']) await fill(url, html(url, 'k'))
  for (let i = 0; i < 3; i++) await ask('/hot')
  pages.change(new Set(['k']))
  await idle()
  expect(begun.slice(3).map(({ url }) => url)).toEqual(['/hot'])
  begun[3]?.done(html('new', 'k'))
  await idle()
  expect(begun.slice(3).map(({ url }) => url)).toEqual(['/hot', '/cold'])
  expect(pages.fresh('/hot')).toBeDefined()
})

test('pages that nobody asked for lately wait until they are asked for', async () => {
  const { pages, begun, time } = await filled('a')
  time.clock += 5001
  pages.change(new Set(['k']))
  await idle()
  expect(begun).toHaveLength(1)
})

test('a page in demand that changes while it is rendered is rendered again', async () => {
  const { pages, begun, ask } = await filled('1')
  pages.change(new Set(['k']))
  await idle()
  pages.change(new Set(['k']))
  begun[1]?.done(html('2', 'k'))
  await idle()
  begun[2]?.done(html('3', 'k'))
  await idle()
  expect(await ask('/a')).toBe('3')
  expect(begun).toHaveLength(3)
})

test('a page in demand comes back in the encodings it had', async () => {
  const { pages, begun } = await filled('x'.repeat(1000))
  const page = pages.fresh('/a')
  if (page) await pages.represent('/a', page, 'br')
  pages.change(new Set(['k']))
  await idle()
  begun[1]?.done(html('y'.repeat(1000), 'k'))
  await expect.poll(() => pages.fresh('/a')?.encodings).toEqual(['identity', 'br'])
})

test('pages that readers know go before addresses that may lead nowhere', async () => {
  const { pages, begun, ask } = await filled('a')
  pages.change(new Set(['k']))
  void ask('/a')
  void ask('/made-up')
  expect(begun.slice(1).map(({ url, turn }) => [url, turn.known])).toEqual([
    ['/a', true],
    ['/made-up', false],
  ])
})

test('a page in demand that has been right for a while is made smaller', async () => {
  const { pages, time, fill } = press()
  const words = Array.from({ length: 3000 }, (_, n) => `word${(n * 7919) % 1009}`).join(' ')
  await fill('/a', html(words))
  const page = pages.fresh('/a')
  const quick = page && (await pages.represent('/a', page, 'br'))
  for (let n = 0; n < 100; n++) pages.fresh('/a')
  expect(page?.ready('br')).toBe(quick)
  time.clock += 10_000
  const bytes = pages.bytes
  for (let n = 0; n < 100; n++) pages.fresh('/a')
  await expect.poll(() => page?.ready('br')?.body.length).toBeLessThan(quick?.body.length ?? 0)
  await expect.poll(() => pages.bytes).toBeLessThan(bytes)
})
