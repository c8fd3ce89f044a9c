import { expect, test } from 'vitest'
import { plainMarkdown } from './body.ts'

const AROUND = {
  url: 'https://paper.example',
  page: 'https://paper.example/world/a',
  named: new Map([['b', { headline: 'B, *twice*', href: '/world/b' }]]),
}
const plain = (body: string): string => plainMarkdown([], body, AROUND).trim()

test.for([
  ['a pull quote', ':::pullquote{by="Jo March"}\nIt *falls*.\n:::', '> It *falls*.\n>\n> — Jo March'],
  ['a fact box', ':::aside{title="In short"}\n- One\n- Two\n:::', '> **In short**\n>\n> - One\n> - Two'],
  [
    'a figure',
    ':::figure{src="/media/a.png" alt="A dot" credit="NASA"}\nThe *dot*.\n:::',
    '![A dot](https://paper.example/media/a.png)\n\nThe *dot*. Credit: NASA',
  ],
  ['a picture alone', '![A dot](/media/a.png "NASA")', '![A dot](https://paper.example/media/a.png)\n\nCredit: NASA'],
  ['a related story', '::related{slug="b"}', 'Read more: [B, \\*twice\\*](https://paper.example/world/b)'],
  [
    'a box with blocks in it',
    '::::aside{title="Box"}\n:::figure{src="/media/a.png" alt="A" credit="C"}\n:::\n::newsletter{name="x"}\n::::',
    '> **Box**\n>\n> ![A](https://paper.example/media/a.png)\n>\n> Credit: C',
  ],
] as const)('%s is plain Markdown', ([, body, expected]) => {
  expect(plain(body)).toBe(expected)
})

test('what sells, signs up or leads to no story is left out', () => {
  expect(plain('One\n\n::newsletter{name="x"}\n\n::promotion\n\n::related{slug="no-such"}\n\n::what\n\nTwo')).toBe(
    'One\n\nTwo',
  )
})

test.for([
  ['[a](/world/b)', '[a](https://paper.example/world/b)'],
  ['[a](#who)', '[a](https://paper.example/world/a#who)'],
  ['[a](b "T")', '[a](https://paper.example/world/b "T")'],
  ['[a](//else.example/x)', '[a](https://else.example/x)'],
  ['[a](https://else.example/x?y=1&z=2)', '[a](https://else.example/x?y=1&z=2)'],
  ['[a](mailto:desk@paper.example)', '[a](mailto:desk@paper.example)'],
  ['[a][1]\n\n[1]: /world/b', '[a](https://paper.example/world/b)'],
  ['[*a*](javascript:alert)', '*a*'],
  ['[a][1]\n\n[1]: data:text/html,x', 'a'],
  ['see ![A dot](/media/a.png)', 'see ![A dot](https://paper.example/media/a.png)'],
  ['![A](</media/a & b.png>)', '![A](https://paper.example/media/a%20&%20b.png)'],
  ['see ![A dot](https://else.example/a.png)', 'see A dot'],
])('%s becomes %s', ([body, expected]) => {
  expect(plain(String(body))).toBe(expected)
})

test.for([
  ['H<sub>2</sub>O and <b>bold</b>', 'H2O and bold'],
  ['one<br>two', 'one\\\ntwo'],
  ['a <script>alert(1)</script> b', 'a  b'],
  ['<script>\nalert(1)\n</script>\n\nb', 'b'],
  ['<details><summary>A hint</summary>\n\nCross *twice*.\n\n</details>', '**A hint**\n\nCross *twice*.'],
  ['<div>One<p>Two</p></div>', 'One\n\nTwo'],
  ['<!-- note -->\n\nb', 'b'],
  ['<iframe src="https://else.example">', ''],
])('of the HTML in %s the words stay', ([body, expected]) => {
  expect(plain(String(body))).toBe(expected)
})

test('quotes and dashes are those of the page, and a headline is the only one of its depth', () => {
  expect(plain('# "One" -- two...')).toBe('## “One” – two…')
})

test('tables, footnotes, lists of tasks and code stay what they are', () => {
  const body =
    '| a | b |\n| - | - |\n| 1 | 2 |\n\nText[^1] and ~~gone~~.\n\n- [x] done\n\n```js\n<b>\n```\n\n[^1]: A note.'
  expect(plain(body)).toBe(body)
})

test('what cannot be printed is left out', () => {
  expect(plain('bell \u0007 and escape \u001b[31m')).toBe('bell  and escape \\[31m')
})

test('a body that nests too deep is still there as text', () => {
  const text = plain(`${'> '.repeat(20_000)}deep`)
  expect(text).toContain('deep')
})
