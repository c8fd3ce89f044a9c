import { expect, test } from 'vitest'
import { hasPublicHost } from './public-host.ts'

test.each([
  'https://broadsheet.example',
  'https://news.broadsheet.example:8443/paper',
  'http://8.8.8.8',
  'https://[2001:4860:4860::8888]',
  'https://localhost.example',
  'https://local.news',
])('%s can be found by others', (url) => {
  expect(hasPublicHost(url)).toBe(true)
})

test.each([
  'http://localhost:3000',
  'http://LOCALHOST',
  'http://localhost.',
  'http://site.localhost',
  'http://127.0.0.1:3000',
  'http://127.1',
  'http://0x7f.1',
  'http://0.0.0.0',
  'http://10.1.2.3',
  'http://172.31.0.1',
  'http://192.168.1.20',
  'http://169.254.1.1',
  'http://[::1]:3000',
  'http://[::ffff:127.0.0.1]',
  'http://[fe80::1]',
  'http://[fd00::1]',
  'http://studio.local',
  'http://studio.local.',
  'http://paper.internal',
  'http://paper.test',
  'http://intranet',
])('%s can not', (url) => {
  expect(hasPublicHost(url)).toBe(false)
})
