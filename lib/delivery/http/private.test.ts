import { expect, test } from 'vitest'
import { isPrivate, methodsOf } from './private.ts'

test.for(['/subscribe', '/subscribe/sent', '/subscribe/do/confirm', '/unsubscribe', '/unsubscribe/one-click'])(
  '%s is private',
  (path) => {
    expect(isPrivate(path)).toBe(true)
  },
)

test.for(['/', '/subscribers', '/world/subscribe', '/newsletters', '/unsubscribed/x', '/resubscribe'])(
  '%s is for everybody',
  (path) => {
    expect(isPrivate(path)).toBe(false)
  },
)

test.for([
  ['/subscribe', 'GET, HEAD'],
  ['/subscribe/confirm', 'GET, HEAD'],
  ['/subscribe/data', 'GET, HEAD'],
  ['/subscribe/do/sign-up', 'POST'],
  ['/subscribe/do/made-up', 'POST'],
  ['/unsubscribe', 'GET, HEAD'],
  ['/unsubscribe/one-click', 'GET, HEAD, POST'],
] as const)('%s can be asked by %s', ([path, methods]) => {
  expect(methodsOf(path)).toBe(methods)
})
