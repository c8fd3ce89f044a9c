import { expect, test } from 'vitest'
import { readMailServer } from './server-url.ts'

test.each([
  [
    'smtps://us%40paper.example:p%3Aw%2F@Mail.Example.org',
    {
      host: 'mail.example.org',
      port: 465,
      isSecure: true,
      isLocal: false,
      login: { user: 'us@paper.example', pass: 'p:w/' },
    },
  ],
  ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, isSecure: false, isLocal: false, login: null }],
  ['smtp://localhost:1025', { host: 'localhost', port: 1025, isSecure: false, isLocal: true, login: null }],
  ['smtp://[::1]:25', { host: '::1', port: 25, isSecure: false, isLocal: true, login: null }],
  ['smtp://127.0.0.2:25', { host: '127.0.0.2', port: 25, isSecure: false, isLocal: true, login: null }],
  ['smtp://127.example.org:25', { host: '127.example.org', port: 25, isSecure: false, isLocal: false, login: null }],
])('%s is read', (url, server) => {
  expect(readMailServer(url)).toEqual(server)
})

test.each([
  'smtp://',
  'smtp:///x',
  'https://us:hidden@mail.example.org',
  'smtp://us:hidden%@mail.example.org',
  'nonsense',
])('%s is told to be wrong, without what it holds', (url) => {
  expect(() => readMailServer(url)).toThrow(
    /^Some settings cannot be used:\n {2}SMTP_URL: must be such as (?!.*hidden)/,
  )
})
