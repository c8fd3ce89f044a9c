import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { forceStatus, holdBackFaults } from './faults.ts'

/** What a server that answers like this answers. */
async function ask(listener: RequestListener): Promise<{ status: number; headers: Headers; body: string }> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual', headers: { connection: 'close' } })
    return { status: answer.status, headers: answer.headers, body: await answer.text() }
  } finally {
    server.close()
  }
}

test('an answer that is no fault passes as it is', async () => {
  const { status, headers, body } = await ask((_, response) => {
    holdBackFaults(response, () => response.end('fault'))
    response.writeHead(308, { location: '/elsewhere' })
    response.write('one, ')
    response.end('two')
  })
  expect({ status, location: headers.get('location'), body }).toEqual({
    status: 308,
    location: '/elsewhere',
    body: 'one, two',
  })
})

test.for([
  [404, 404],
  [500, 500],
  [503, 500],
] as const)('nothing of an answer with status %s goes out; fault %s is told', async ([status, fault]) => {
  const answer = await ask((_, response) => {
    holdBackFaults(response, (told) => response.end(`fault ${told}`))
    response.setHeader('x-held', 'yes')
    response.writeHead(status, { 'content-type': 'text/html', 'x-written': 'yes' })
    response.flushHeaders()
    response.write('empty page')
    response.end('!')
  })
  expect(answer.body).toBe(`fault ${fault}`)
  expect(answer.status).toBe(200)
  expect([...answer.headers.keys()].filter((name) => name.startsWith('x-') || name === 'content-type')).toEqual([])
})

test('a status that is only set, never written, is judged as well', async () => {
  const { body } = await ask((_, response) => {
    holdBackFaults(response, (fault) => response.end(`fault ${fault}`))
    response.statusCode = 404
    response.end('empty page')
  })
  expect(body).toBe('fault 404')
})

test('headers from before the page was made stay', async () => {
  const { headers } = await ask((_, response) => {
    response.setHeader('x-before', 'yes')
    holdBackFaults(response, () => response.end())
    response.setHeader('x-before', 'no')
    response.writeHead(404).end()
  })
  expect(headers.get('x-before')).toBe('yes')
})

test('the page for a fault goes out with its status, whatever it says itself', async () => {
  const { status, headers, body } = await ask((_, response) => {
    holdBackFaults(response, (fault) => {
      forceStatus(response, fault)
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('a whole page')
    })
    response.writeHead(500).end()
  })
  expect({ status, type: headers.get('content-type'), body }).toEqual({
    status: 500,
    type: 'text/html',
    body: 'a whole page',
  })
})
