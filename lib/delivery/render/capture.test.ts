import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { capture, type Handler } from './capture.ts'

const ask = (handle: Handler, signal?: AbortSignal) => capture(handle, { url: '/a?b=c' }, signal)

test('a handler sees what is asked', async () => {
  let seen: unknown
  await capture(
    async (request, response) => {
      const body = Buffer.concat((await Array.fromAsync(request)) as Buffer[]).toString()
      seen = { method: request.method, url: request.url, type: request.headers['content-type'], body }
      response.end()
    },
    { method: 'POST', url: '/hook', headers: { 'content-type': 'text/plain' }, body: Buffer.from('ping') },
  )
  expect(seen).toEqual({ method: 'POST', url: '/hook', type: 'text/plain', body: 'ping' })
})

test('headers are kept however they are given', async () => {
  const { status, headers } = await ask(async (_, response) => {
    response.setHeader('X-Set', 'one')
    response.appendHeader('x-many', 'one').appendHeader('x-many', 'two')
    response.writeHead(308, { Location: '/b' })
    response.end()
  })
  expect({ status, headers: { ...headers } }).toEqual({
    status: 308,
    headers: { 'x-set': 'one', 'x-many': ['one', 'two'], location: '/b' },
  })
})

test.for([
  ['in a row', ['X-One', '1', 'X-Two', '2']],
  [
    'in pairs',
    [
      ['X-One', '1'],
      ['X-Two', '2'],
    ],
  ],
] as const)('headers are kept when they are given %s', async ([, given]) => {
  const { headers } = await ask(async (_, response) => response.writeHead(200, 'Fine', given as never).end())
  expect({ ...headers }).toEqual({ 'x-one': '1', 'x-two': '2' })
})

test('the first status that went out holds', async () => {
  const { status } = await ask(async (_, response) => {
    response.statusCode = 404
    response.flushHeaders()
    response.writeHead(200)
    response.end()
  })
  expect(status).toBe(404)
})

test('the body is all that was written', async () => {
  const { body } = await ask(async (_, response) => {
    response.write('één ')
    response.write(new Uint8Array([116, 119, 111]))
    response.end(' 74687265', 'latin1')
  })
  expect(String(body)).toBe('één two 74687265')
})

test('memory that a handler uses again does not change what it wrote', async () => {
  const { body } = await ask(async (_, response) => {
    const chunk = Buffer.from('one')
    response.write(chunk)
    chunk.write('two')
    response.end()
  })
  expect(String(body)).toBe('one')
})

test('a stream can be piped into it', async () => {
  const { body } = await ask((_, response) => pipeline(Readable.from(['a', 'b', 'c']), response))
  expect(String(body)).toBe('abc')
})

test('a handler is told when its response is through', async () => {
  const told: string[] = []
  await ask(async (_, response) => {
    for (const event of ['finish', 'close']) response.once(event, () => told.push(event))
    response.write('a', () => told.push('written'))
    response.end(() => told.push('ended'))
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(told).toEqual(['written', 'ended', 'finish', 'close'])
})

test('what a handler throws is thrown', async () => {
  await expect(ask(() => Promise.reject(new Error('no ink')))).rejects.toThrow('no ink')
})

test('a response that breaks off is no page', async () => {
  await expect(
    ask(async (_, response) => {
      response.write('half')
      response.destroy()
    }),
  ).rejects.toThrow('The response to /a?b=c broke off.')
})

test('a handler whose work is given up sees its client go', async () => {
  const giveUp = new AbortController()
  let closed = false
  const asked = ask(async (_, response) => void response.once('close', () => (closed = true)), giveUp.signal)
  giveUp.abort(new Error('too long'))
  await expect(asked).rejects.toThrow('too long')
  expect(closed).toBe(true)
})

test('work that was given up comes back when its handler does', async () => {
  const giveUp = new AbortController()
  let release = () => {}
  let back = false
  const asked = ask(() => new Promise<void>((resolve) => (release = resolve)), giveUp.signal)
  asked.catch(() => (back = true))
  giveUp.abort(new Error('too long'))
  await new Promise((resolve) => setImmediate(resolve))
  expect(back).toBe(false)
  release()
  await expect(asked).rejects.toThrow('too long')
})
