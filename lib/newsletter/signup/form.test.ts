import { expect, test } from 'vitest'
import { type Form, readForm } from './form.ts'

const URLENCODED = 'application/x-www-form-urlencoded'

const request = (body: BodyInit | null, type?: string): Request =>
  new Request('https://paper.example/', {
    method: 'POST',
    body,
    headers: type === undefined ? {} : { 'content-type': type },
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  })

const read = async (body: BodyInit | null, type?: string) => (await readForm(request(body, type))) as Form

test('a form is read as browsers send it', async () => {
  const form = await read('address=j%C3%B6%40example.org&newsletter=a&newsletter=b+c', `${URLENCODED}; charset=UTF-8`)
  expect(form.get('address')).toBe('jö@example.org')
  expect(form.getAll('newsletter')).toEqual(['a', 'b c'])
  expect(form.get('other')).toBeNull()
})

test.each(['application/json', 'text/plain', 'text/html', ''])('a body of the type %j is no form', async (type) => {
  expect(await readForm(request('a=1', type))).toMatchObject({ status: 415 })
})

test('where a mail program sends it, a form may come with any type and with none', async () => {
  for (const type of ['text/plain', 'application/octet-stream', '', 'APPLICATION/X-WWW-FORM-URLENCODED']) {
    const form = (await readForm(request('List-Unsubscribe=One-Click', type), { isLenient: true })) as Form
    expect(form.get('List-Unsubscribe')).toBe('One-Click')
  }
})

test.each([
  ['no boundary', 'multipart/form-data', 'a'],
  ['another boundary', 'multipart/form-data; boundary=x', '--y\r\n\r\n--y--'],
  ['no end', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1'],
])('parts with %s are no form', async (_, type, body) => {
  expect(await readForm(request(body, type))).toMatchObject({ status: 400 })
})

test('more than 64 KB are not read, whatever the length is said to be', async () => {
  expect(await readForm(request(`a=${'x'.repeat(70_000)}`, URLENCODED))).toMatchObject({ status: 413 })
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent++
      controller.enqueue(new Uint8Array(10_000))
    },
  })
  expect(await readForm(request(endless, URLENCODED))).toMatchObject({ status: 413 })
  expect(sent).toBeLessThan(20)
})

test('a body that breaks off is no form', async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error('gone'))
    },
  })
  expect(await readForm(request(broken, URLENCODED))).toMatchObject({ status: 400 })
})

test('an empty body is a form that says nothing', async () => {
  expect([...((await read(null, URLENCODED)) as URLSearchParams)]).toEqual([])
})
