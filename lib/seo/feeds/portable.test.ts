import { expect, test } from 'vitest'
import { portable } from './portable.ts'

const BASE = 'https://paper.example/world/station'
const carried = (html: string) => portable(html, BASE)

test.each([
  ['/science/moon', 'https://paper.example/science/moon'],
  ['#fn:1', `${BASE}#fn:1`],
  ['moon', 'https://paper.example/world/moon'],
  ['//other.example/a', 'https://other.example/a'],
  ['https://other.example/?a=1&amp;b=2', 'https://other.example/?a=1&amp;b=2'],
  ['mailto:desk@paper.example', 'mailto:desk@paper.example'],
])('a link to %s leads to %s', (href, full) => {
  expect(carried(`<a href="${href}">x</a>`)).toBe(`<a href="${full}">x</a>`)
})

test.each(['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'https://['])(
  'a link to %j leads nowhere',
  (href) => {
    expect(carried(`<a href="${href}">x</a>`)).toBe('<a>x</a>')
  },
)

test('pictures and sound are at absolute addresses', () => {
  expect(carried('<img src="/media/a.png?v=1" alt="A" width="3" height="2" loading="lazy" decoding="async">')).toBe(
    '<img src="https://paper.example/media/a.png?v=1" alt="A" width="3" height="2">',
  )
  expect(carried('<audio src="/media/a.mp3" controls preload="none"></audio>')).toBe(
    '<audio src="https://paper.example/media/a.mp3" controls=""></audio>',
  )
})

test('ids, classes, roles, handlers and data of our own stay at home', () => {
  const html =
    '<h2 id="a" class="b" role="c" data-d="e" aria-label="f" onclick="g" style="h" lang="de" dir="rtl">x</h2>'
  expect(carried(html)).toBe('<h2 lang="de" dir="rtl">x</h2>')
})

test('a footnote leads to the page and back to its mention there', () => {
  expect(carried('<sup class="footnote-mark"><a href="#fn:1" id="fnref:1" class="footnote-ref">1</a></sup>')).toBe(
    `<sup><a href="${BASE}#fn:1">1</a></sup>`,
  )
})

test('the box of a task is a character', () => {
  expect(carried('<li><input type="checkbox" checked disabled> Done</li><li><input type="checkbox"> Not</li>')).toBe(
    '<li>☑ Done</li><li>☐ Not</li>',
  )
})

test('text stays text', () => {
  const html = '<p title="&quot;&amp;">&lt;script&gt; ]]&gt; &amp;amp; “q” 👩‍🚀<br>x</p>'
  expect(carried(html)).toBe(html)
})
