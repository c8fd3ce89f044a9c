// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { publication } from '#tests/fixtures/publication.ts'
import { openSearchXml } from './opensearch.ts'

function read(over: Parameters<typeof publication>[0] = {}) {
  const document = new DOMParser().parseFromString(openSearchXml(publication(over)), 'application/xml')
  expect(document.querySelector('parsererror')).toBeNull()
  return document.documentElement
}
const text = (root: Element, name: string) => root.getElementsByTagName(name)[0]?.textContent

test('a browser learns where to ask, in which form it is answered, and by which picture to show the site', () => {
  const root = read()
  expect([root.namespaceURI, root.localName]).toEqual(['http://a9.com/-/spec/opensearch/1.1/', 'OpenSearchDescription'])
  const templates = Array.from(root.getElementsByTagName('Url'), (url) => [
    url.getAttribute('type'),
    url.getAttribute('template'),
  ])
  expect(templates).toEqual([
    ['text/html', 'https://broadsheet.example/search?q={searchTerms}&page={startPage?}'],
    ['application/json', 'https://broadsheet.example/search.json?q={searchTerms}&page={startPage?}'],
  ])
  expect([text(root, 'ShortName'), text(root, 'Language'), text(root, 'InputEncoding')]).toEqual([
    'Broadsheet',
    'en-US',
    'UTF-8',
  ])
  expect(text(root, 'Image')).toMatch(/^https:\/\/broadsheet\.example\/icons\//)
})

test.for([
  ['The Daily Gazette of Bath', 'The Daily'],
  ['Donaudampfschifffahrtsgesellschaftsblatt', 'Donaudampfschiff'],
  ['A & B <C>', 'A & B <C>'],
  ['Exactly sixteen!', 'Exactly sixteen!'],
])('the short name of “%s” is “%s”', ([name, short]) => {
  expect(text(read({ name: String(name) }), 'ShortName')).toBe(short)
})
