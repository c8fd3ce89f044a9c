import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAddress } from './address.ts'

const page = (url: string) => ({ type: 'page', key: url, url })

test.for([
  ['/', '/'],
  ['/science', '/science'],
  ['/world/the-wires-under-the-sea', '/world/the-wires-under-the-sea'],
  ['/?page=2', '/'],
  ['/science?', '/science'],
  ['/science?page=2', '/science?page=2'],
  ['/science?utm_source=feed&page=2&fbclid=1', '/science?page=2'],
  ['/topics/moon?page=3', '/topics/moon?page=3'],
  ['/authors/jo-march?page=3', '/authors/jo-march?page=3'],
  ['/authors?page=3', '/authors'],
  ['/world/a-story?page=3', '/world/a-story'],
  ['/science?p%61ge=2', '/science?page=2'],
  ['/sci%65nce', '/science'],
  ['/caf%c3%a9', '/caf%C3%A9'],
  ['http://news.example/science?page=2', '/science?page=2'],
  ['HTTPS://news.example', '/'],
] as const)('%s is the page %s', ([target, url]) => {
  expect(readAddress(target)).toEqual(page(url))
})

test.for([
  ['repeated', '/science?page=1&page=2'],
  ['empty', '/science?page='],
  ['no number', '/science?page=two'],
  ['not to be decoded', '/science?page=%EF%BF%BD'],
] as const)('a known parameter that is %s stays, for the route to refuse', ([, target]) => {
  expect(readAddress(target)).toEqual(page(target))
})

test('a malformed escape in a query is no error', () => {
  expect(readAddress('/science?page=%E0')).toEqual(page('/science?page=%EF%BF%BD'))
  expect(readAddress('/science?utm=%E0')).toEqual(page('/science'))
})

test.for([
  ['/Science', '/science'],
  ['/%53cience', '/science'],
  ['/science/', '/science'],
  ['/science//', '/science'],
  ['//', '/'],
  ['/world//a-story', '/world/a-story'],
  ['/Science/?page=2&x=1', '/science?page=2'],
  ['/healthz/', '/healthz'],
  ['//evil.example', '/evil.example'],
  ['//evil.example/%2e%2e%2f', null],
  ['///evil.example/', '/evil.example'],
  ['http://evil.example//other.example', '/other.example'],
] as const)('%s leads to %s', ([target, location]) => {
  expect(readAddress(target)).toEqual(location === null ? { type: 'malformed' } : { type: 'redirect', location })
})

test.for([
  '',
  '*',
  'science',
  'ftp://news.example/',
  'javascript:alert(1)',
  'http:///science',
  '/%',
  '/%E0%A4%A',
  '/%00',
  '/a%0d%0aset-cookie:x',
  '/a\tb',
  '/a b',
  '/a\u0000',
  '/caf\u00e9',
  '/a\\b',
  '/a%5cb',
  '/a%2fb',
  '/.',
  '/..',
  '/a/../b',
  '/%2e%2e/b',
  '/media/..%2fsite.yaml',
  '/media/../site.yaml',
  '/_next/static/../../package.json',
  '/a#b',
])('%j is malformed', (target) => {
  expect(readAddress(target)).toEqual({ type: 'malformed' })
})

test('2,048 characters are read, one more is too long', () => {
  expect(readAddress(`/${'a'.repeat(2047)}`)).toMatchObject({ type: 'page' })
  expect(readAddress(`/${'a'.repeat(2048)}`)).toEqual({ type: 'too-long' })
})

test.for([
  ['/media/Station.JPG', '/media/Station.JPG', null],
  ['/media/station.jpg?v=abc', '/media/station.jpg', 'abc'],
  ['/media/station.jpg?x=1&v=abc', '/media/station.jpg', 'abc'],
  ['/media/station.jpg?v=', '/media/station.jpg', ''],
  ['/media/a%20b/c.jpg', '/media/a b/c.jpg', null],
  ['/media/a.jpg/', '/media/a.jpg/', null],
  ['/media', '/media', null],
] as const)('%s is the media file %s', ([target, src, version]) => {
  expect(readAddress(target)).toEqual({ type: 'media', src, version })
})

test('a scaled picture is asked for in one way only', () => {
  const url = '/_next/image?url=%2Fmedia%2Fa.jpg%3Fv%3D1&w=640&q=70'
  for (const target of [
    url,
    '/_next/image?q=70&w=640&url=%2fmedia/a.jpg%3fv%3d1&x=2',
    `http://news.example${url}&dpl=deployment`,
  ])
    expect(readAddress(target)).toEqual({ type: 'image', url })
})

test.for([
  ['/share/articles/a.png?v=x&utm=1', '/share/articles/a.png?v=x'],
  ['/share/crops/a-1x1.jpg', '/share/crops/a-1x1.jpg'],
] as const)('%s is the image to share %s', ([target, url]) => {
  expect(readAddress(target)).toEqual({ type: 'share', url })
})

test('what only begins like an image to share is a page', () => {
  expect(readAddress('/share')).toMatchObject({ type: 'page' })
  expect(readAddress('/shared/articles/a.png')).toMatchObject({ type: 'page' })
})

test.for([
  ['/_next/static/chunks/A_b.css?dpl=1', '/_next/static/chunks/A_b.css'],
  ['/icon.svg?icon.123.svg', '/icon.svg'],
  ['/_next/data/x.json', '/_next/data/x.json'],
  ['/_next', '/_next'],
] as const)('%s is the asset %s', ([target, path]) => {
  expect(readAddress(target)).toEqual({ type: 'asset', path })
})

test.for(['/healthz', '/readyz', '/metrics', '/hooks/git', '/dev', '/dev/changes'])('%s is an operation', (path) => {
  expect(readAddress(`${path}?x=1`)).toEqual({ type: 'operation', path })
})

/** Targets close to real ones: what matters is where their parts meet. */
const targets = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '/',
        '//',
        '\\',
        '.',
        '..',
        '%2e',
        '%2F',
        '%',
        '%00',
        'A',
        'b',
        'é',
        '?',
        '&',
        '=',
        'page',
        ':',
        '@',
      ),
      { maxLength: 12 },
    )
    .map((parts) => `/${parts.join('')}`),
)

test('no target is an error, and each has a known type', () => {
  fc.assert(
    fc.property(targets, (target) => {
      expect(readAddress(target).type).toMatch(/^(?:page|media|image|asset|operation|redirect|malformed|too-long)$/)
    }),
  )
})

test('a redirect stays on the site and leads to no other redirect', () => {
  fc.assert(
    fc.property(targets, (target) => {
      const address = readAddress(target)
      fc.pre(address.type === 'redirect')
      expect(new URL(address.location, 'https://news.example').origin).toBe('https://news.example')
      expect(address.location).toMatch(/^\/(?!\/)[\x21-\x7e]*$/)
      expect(['page', 'operation', 'asset', 'image', 'media']).toContain(readAddress(address.location).type)
    }),
  )
})

test('the address of a page is its own key', () => {
  fc.assert(
    fc.property(targets, (target) => {
      const address = readAddress(target)
      fc.pre(address.type === 'page')
      expect(readAddress(address.url)).toEqual(address)
    }),
  )
})

test('what follows after unknown names makes no other page', () => {
  fc.assert(
    fc.property(fc.constantFrom('/', '/science', '/topics/moon?page=2'), fc.webQueryParameters(), (address, query) => {
      fc.pre(!new URLSearchParams(query).has('page') && !/[^\x21-\x7e]|[\\#]/.test(query))
      expect(readAddress(`${address}${address.includes('?') ? '&' : '?'}${query}`)).toEqual(readAddress(address))
    }),
  )
})
