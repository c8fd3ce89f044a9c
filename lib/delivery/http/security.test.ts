import { expect, test } from 'vitest'
import { securityHeaders } from './security.ts'

const headers = new Map(securityHeaders({ secure: true }))
const policy = new Map(
  (headers.get('content-security-policy') ?? '').split(/;\s*/).map((directive) => {
    const [name = '', ...sources] = directive.split(' ')
    return [name, sources] as const
  }),
)

/** Sources by which a stranger's script or style could get in. */
const BROAD = /^(?:\*|(?:https?|ftp|data|blob):.*|'unsafe-\S*)$/

/** What each part of HTTP Observatory's score needs, at its best. */
const POINTS = {
  'a policy of nothing by default (+10)': () => policy.get('default-src')?.join() === "'none'",
  'no unsafe or broad source (-20)': () => [...policy.values()].flat().every((source) => !BROAD.test(source)),
  'a base address that no page can change': () => policy.get('base-uri')?.join() === "'none'",
  'forms that stay on the site': () => policy.get('form-action')?.join() === "'self'",
  'frames of the site alone (+5, or -20)': () => policy.get('frame-ancestors')?.join() === "'self'",
  'no resource for other sites (+10)': () => headers.get('cross-origin-resource-policy') === 'same-origin',
  'a referrer that keeps the path private (+5)': () =>
    headers.get('referrer-policy') === 'strict-origin-when-cross-origin',
  'TLS for six months at least (-20)': () =>
    Number(/^max-age=(\d+)$/.exec(headers.get('strict-transport-security') ?? '')?.[1]) >= 15_768_000,
  'types as declared (-5)': () => headers.get('x-content-type-options') === 'nosniff',
  'no cookie (-20)': () => !headers.has('set-cookie'),
  'nothing shared with other origins (-50)': () => !headers.has('access-control-allow-origin'),
}

test.for(Object.entries(POINTS))('the headers have %s', ([, isMet]) => {
  expect(isMet()).toBe(true)
})

test('no directive is told twice', () => {
  expect([...policy.keys()]).toHaveLength(headers.get('content-security-policy')?.split(';').length ?? 0)
})

test('no page shares its window with what it opens', () => {
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
})

test('without TLS, a browser is not told to insist on it', () => {
  expect(new Map(securityHeaders({ secure: false })).has('strict-transport-security')).toBe(false)
})

test('names are in lower case and values in one line', () => {
  for (const [name, value] of headers) expect(`${name}: ${value}`).toMatch(/^[a-z-]+: [\x20-\x7e]+$/)
})
