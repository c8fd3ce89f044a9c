import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLogLine } from './log-line.ts'

const LINE =
  '203.0.113.7 - - [10/Oct/2025:13:55:36 -0700] "GET /world/space HTTP/2.0" 200 2326 "https://a.example/" "Mozilla/5.0 (X11)"'
const READ = {
  address: '203.0.113.7',
  at: Date.parse('2025-10-10T13:55:36-07:00'),
  method: 'GET',
  target: '/world/space',
  status: 200,
  userAgent: 'Mozilla/5.0 (X11)',
}

test('a line tells who asked for what, when, and how it was answered', () => {
  expect(readLogLine(LINE)).toEqual(READ)
})

test.for([
  [LINE.replace('- - ', '- Jo March '), {}],
  [LINE.replace('203.0.113.7', '2001:db8::1'), { address: '2001:db8::1' }],
  [LINE.replace('203.0.113.7', 'reader.example'), { address: 'reader.example' }],
  [LINE.replace('-0700', '+0530'), { at: Date.parse('2025-10-10T13:55:36+05:30') }],
  [LINE.replace(' HTTP/2.0', ''), {}],
  [LINE.replace('https://a.example/', '\\"quoted\\" \\\\'), {}],
  [LINE.replace('Mozilla/5.0 (X11)', 'a \\"b\\" c'), { userAgent: 'a \\"b\\" c' }],
  [LINE.replace(' 2326 ', ' - '), {}],
  [`${LINE} "extra" 0.001`, {}],
] as const)('%s is understood', ([line, over]) => {
  expect(readLogLine(line)).toEqual({ ...READ, ...over })
})

test.for([
  '',
  '\0\0\0',
  LINE.slice(1).replace(/^\S+/, ''),
  LINE.slice(0, -1),
  LINE.slice(0, -20),
  LINE.replace('Oct', 'Okt'),
  LINE.replace('GET /world/space', '\\x16\\x03\\x01'),
  LINE.replace('"GET /world/space HTTP/2.0"', '"-"'),
  LINE.replace(' 200 ', ' ok '),
  '{"ip":"203.0.113.7","path":"/world/space"}',
])('%j is no line of such a log', (line) => {
  expect(readLogLine(line)).toBeNull()
})

test('whatever a line holds, it is read or it is not', () => {
  const piece = fc.constantFrom('"', '\\', '[', ']', ' ', '-', 'GET /a', '200', '10/Oct/2025:13:55:36 -0700', 'x')
  fc.assert(fc.property(fc.array(piece), (pieces) => void readLogLine(pieces.join(''))))
  for (const hostile of ['"'.repeat(8000), '\\'.repeat(8000), `${LINE.slice(0, 90)}${'\\"'.repeat(4000)}`])
    expect(readLogLine(hostile)).toBeNull()
})
