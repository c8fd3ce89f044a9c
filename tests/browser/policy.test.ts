import { expect, test } from 'vitest'
import { EVERY_PAGE } from './pages.ts'
import { Reader } from './reader.ts'

test.for(EVERY_PAGE)('nothing on %s is against the policy that it comes with', async ([, address]) => {
  await using reader = await Reader.open()
  const response = await reader.visit(address)
  await reader.page.waitForLoadState('networkidle')
  expect(response.headers()['content-security-policy']).toMatch(
    /^default-src 'none';.*script-src 'self'; style-src 'self'$/,
  )
  expect(reader.complaints).toEqual([])
  expect(await reader.page.evaluate(() => document.scripts.length)).toBe(0)
})
