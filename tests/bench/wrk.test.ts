import { expect, test } from 'vitest'
import { parseLoad } from './wrk.ts'

const QUIET = `Running 8s test @ http://127.0.0.1:3000/
  1 threads and 32 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     1.24ms  512.00us  20.11ms   92.10%
    Req/Sec    25.60k     1.20k   27.00k    80.00%
  Latency Distribution
     50%    1.15ms
     75%    1.30ms
     90%    1.61ms
     99%  980.50us
  204800 requests in 8.00s, 1.20GB read
Requests/sec:  25600.12
Transfer/sec:    153.60MB
`

test('a load is read from what wrk prints', () => {
  expect(parseLoad(QUIET)).toEqual({ perSecond: 25600.12, p99: 0.9805, errors: 0 })
})

test('failed connections and answers with errors count alike', () => {
  const text = `${QUIET}  Socket errors: connect 1, read 2, write 0, timeout 4\n  Non-2xx or 3xx responses: 10\n`
  expect(parseLoad(text).errors).toBe(17)
})
