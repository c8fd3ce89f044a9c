import { expect, test } from 'vitest'
import { hubTarget, indexNowTarget } from './targets.ts'

const SITE = 'https://broadsheet.example'

test('a hub is told of several feeds in one form', () => {
  const { url, headers, body } = hubTarget('https://hub.example/path?a=b').message(SITE, [
    'https://broadsheet.example/feed.xml',
    'https://broadsheet.example/world/feed.xml?a&b',
  ])
  expect(url).toBe('https://hub.example/path?a=b')
  expect(headers['content-type']).toBe('application/x-www-form-urlencoded')
  expect(Array.from(new URLSearchParams(body))).toEqual([
    ['hub.mode', 'publish'],
    ['hub.url', 'https://broadsheet.example/feed.xml'],
    ['hub.url', 'https://broadsheet.example/world/feed.xml?a&b'],
  ])
})

test('search engines are told of pages with the key and where it is to be read', () => {
  const target = indexNowTarget('https://index.example/indexnow', 'a-key-of-some-length')
  const { url, headers, body } = target.message('https://broadsheet.example:8443/paper', ['https://a.example/"'])
  expect(url).toBe('https://index.example/indexnow')
  expect(headers['content-type']).toBe('application/json; charset=utf-8')
  expect(JSON.parse(body)).toEqual({
    host: 'broadsheet.example:8443',
    key: 'a-key-of-some-length',
    keyLocation: 'https://broadsheet.example:8443/paper/indexnow.txt',
    urlList: ['https://a.example/"'],
  })
})

test('logs name no more of a target than its host, and no advice has the key', () => {
  const target = indexNowTarget('https://index.example/secret', 'a-key-of-some-length')
  expect(target.host).toBe('index.example')
  expect(target.advice(SITE, 403)).toContain('https://broadsheet.example/indexnow.txt')
  expect(target.advice(SITE, 403) + target.advice(SITE, 422)).not.toContain('a-key-of-some-length')
})
