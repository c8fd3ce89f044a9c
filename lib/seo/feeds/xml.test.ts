import { expect, test } from 'vitest'
import { readXml } from '#tests/fixtures/seo/dom.ts'
import { element, textElement, xmlDocument } from './xml.ts'

const HOSTILE = '</script> ]]> ]]> & &amp; <b> "q" \'s 👩‍🚀 العربية'

test('any text comes back as it was, between tags and in attributes', () => {
  const { documentElement: root } = readXml(xmlDocument(element('a', { b: `${HOSTILE}\n\t` }, `${HOSTILE}\n\t`)))
  expect([root.textContent, root.getAttribute('b')]).toEqual([`${HOSTILE}\n\t`, `${HOSTILE}\n\t`])
})

test('characters that XML cannot hold are left out', () => {
  const text = 'a\u0000\u0001\u0008\u000b\u001fb\ud800c\udc00\ufffed\uffff\u{1f600}'
  expect(readXml(xmlDocument(element('a', { b: text }, text))).documentElement.outerHTML).toBe(
    '<a b="abcd😀">abcd😀</a>',
  )
})

test('elements stand in elements, and what is null is left out', () => {
  const root = element('a', { b: null, c: 1 }, textElement('d', null), element('e', {}), textElement('f', 'g'))
  expect(xmlDocument(root)).toBe('<?xml version="1.0" encoding="utf-8"?>\n<a c="1"><e/><f>g</f></a>\n')
})
