import { expect, test } from 'vitest'
import { isUsual, readQuestion } from './question.ts'

const SITE = 'https://paper.example'
const read = (query: Record<string, string>) => readQuestion(new URLSearchParams(query), SITE)
const STORY = { slug: 'a', format: 'json', room: { width: null, height: null } }

test.for([
  'https://paper.example/world/a',
  'http://paper.example/world/a',
  'https://paper.example/world/a?utm_source=x#who',
  'https://user:secret@paper.example/world/a',
])('%s is a story', (url) => {
  expect(read({ url })).toEqual(STORY)
})

test('another way to write an address is the same story', () => {
  expect(read({ url: 'https://paper.example/World/A/' })).toEqual(STORY)
})

test('the format and the room are read', () => {
  expect(read({ url: `${SITE}/world/a`, format: 'xml', maxwidth: '400', maxheight: '300' })).toEqual({
    ...STORY,
    format: 'xml',
    room: { width: 400, height: 300 },
  })
})

test.for([
  'https://else.example/world/a',
  'https://paper.example.else.example/world/a',
  'https://paper.example:8443/world/a',
  'ftp://paper.example/world/a',
  'https://paper.example/',
  'https://paper.example/world',
  'https://paper.example/a/b/c',
  'javascript:alert(1)',
])('%s is no story of ours', (url) => {
  expect(read({ url })).toMatchObject({ status: 404 })
})

test('no address, or one that is not whole, is a mistake', () => {
  for (const query of [{}, { url: '' }, { url: '/world/a' }, { url: 'https://' }])
    expect(read(query as Record<string, string>)).toMatchObject({ status: 400 })
})

test.for(['', '0', '-1', '1.5', '1e3', 'wide', '99999999'])('%j is no width', (maxwidth) => {
  expect(read({ url: `${SITE}/world/a`, maxwidth })).toMatchObject({ status: 400 })
})

test('a format that there is not is not implemented', () => {
  for (const format of ['yaml', 'JSON', '', '__proto__'])
    expect(read({ url: `${SITE}/world/a`, format })).toMatchObject({ status: 501 })
})

test.for([
  ['url=https%3A%2F%2Fpaper.example%2Fworld%2Fa', true],
  ['url=https%3A%2F%2Fpaper.example%2Fworld%2Fa&format=xml', true],
  ['url=https%3A%2F%2Fpaper.example%2Fworld%2Fa&format=json', true],
  ['url=https%3A%2F%2Fpaper.example%2Fmade-up%2Fa', false],
  ['url=https%3A%2F%2Fpaper.example%2Fworld%2Fa%3Fx%3D1', false],
  ['url=https%3A%2F%2Fpaper.example%2Fworld%2Fa&url=x', false],
  ['url=https%3A%2F%2Fpaper.example%2Fworld%2Fa&maxwidth=599', false],
])('whether %s is worth keeping: %s', ([query, worth]) => {
  expect(isUsual(new URLSearchParams(String(query)), `${SITE}/world/a`)).toBe(worth)
})
