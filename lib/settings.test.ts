import { expect, test } from 'vitest'
import { readSettings, SettingsError, settings } from './settings.ts'

const read = (env: Record<string, string | undefined>) => readSettings(env, '/srv/site')

test('with nothing set there are defaults', () => {
  expect(read({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    contentDir: '/srv/site/content',
    dataDir: '/srv/site/data',
    siteUrl: null,
    trustProxy: false,
    logLevel: 'info',
    pageCacheBytes: 32 * 1024 * 1024,
    readersLog: null,
    metricsToken: null,
    hookSecret: null,
    contentPoll: null,
    websubHub: null,
    indexNowKey: null,
    indexNowEndpoint: 'https://api.indexnow.org/indexnow',
  })
})

test('what is set holds, and folders may be anywhere', () => {
  const env = {
    HOST: '0.0.0.0',
    PORT: '8080',
    CONTENT_DIR: '../paper',
    DATA_DIR: '/var/data',
    SITE_URL: 'https://a.example/b',
    TRUST_PROXY: 'on',
    LOG_LEVEL: 'debug',
    PAGE_CACHE_MB: '256',
    READERS_LOG: '../log/access.log',
    METRICS_TOKEN: 'a-token-of-some-length',
    HOOK_SECRET: 'a-secret-of-some-length',
    CONTENT_POLL: '30s',
    WEBSUB_HUB: 'https://hub.example/',
    INDEXNOW_KEY: 'a-Key-of-8',
    INDEXNOW_ENDPOINT: 'http://127.0.0.1:8081/indexnow',
  }
  expect(read(env)).toEqual({
    host: '0.0.0.0',
    port: 8080,
    contentDir: '/srv/paper',
    dataDir: '/var/data',
    siteUrl: 'https://a.example/b',
    trustProxy: true,
    logLevel: 'debug',
    pageCacheBytes: 256 * 1024 * 1024,
    readersLog: '/srv/log/access.log',
    metricsToken: 'a-token-of-some-length',
    hookSecret: 'a-secret-of-some-length',
    contentPoll: 30_000,
    websubHub: 'https://hub.example/',
    indexNowKey: 'a-Key-of-8',
    indexNowEndpoint: 'http://127.0.0.1:8081/indexnow',
  })
})

test('an empty variable counts as unset', () => {
  const names = ['HOST', 'PORT', 'CONTENT_DIR', 'DATA_DIR', 'SITE_URL', 'TRUST_PROXY', 'LOG_LEVEL', 'PAGE_CACHE_MB']
  const secrets = ['METRICS_TOKEN', 'HOOK_SECRET', 'CONTENT_POLL']
  const told = ['WEBSUB_HUB', 'INDEXNOW_KEY', 'INDEXNOW_ENDPOINT']
  expect(read(Object.fromEntries([...names, ...secrets, ...told].map((name) => [name, ''])))).toEqual(read({}))
})

test('an address ends without a slash', () => {
  expect(read({ SITE_URL: 'https://a.example//' }).siteUrl).toBe('https://a.example')
})

test('other variables of the environment do not matter', () => {
  expect(read({ PATH: '/bin', port: 'x' })).toEqual(read({}))
})

test.each(['x', '-1', '65536', '1.5', '80 80', '0x50g'])('%s is no port', (port) => {
  expect(() => read({ PORT: port })).toThrow(SettingsError)
})

test.each(['a.example', 'ftp://a.example', 'javascript:alert(1)', 'https://'])('%s is no address of a site', (url) => {
  expect(() => read({ SITE_URL: url })).toThrow('SITE_URL: must be an http or https address')
})

test.each([
  ['30s', 30_000],
  ['5m', 300_000],
  ['24h', 86_400_000],
])('the content can be polled each %s', (text, milliseconds) => {
  expect(read({ CONTENT_POLL: text }).contentPoll).toBe(milliseconds)
})

test.each(['30', '0s', '-5m', '1.5h', '5 m', '25h', '99999h', 'often'])('%s is no time to poll at', (text) => {
  expect(() => read({ CONTENT_POLL: text })).toThrow(/CONTENT_POLL: must be/)
})

test.each(['HOOK_SECRET', 'METRICS_TOKEN'])('a short %s is refused, and not repeated', (name) => {
  const short = 'fifteen-letters'
  expect(() => read({ [name]: short })).toThrow(`${name}: must have at least 16 characters`)
  expect(() => read({ [name]: short })).not.toThrow(short)
})

test.each(['short-1', 'a'.repeat(129), 'eight_letters', 'é'.repeat(10), 'two words'])('%s is no key', (key) => {
  expect(() => read({ INDEXNOW_KEY: key })).toThrow('INDEXNOW_KEY: must be 8 to 128 letters')
  expect(() => read({ INDEXNOW_KEY: key })).not.toThrow(key)
})

test.each(['8'.repeat(8), 'Z'.repeat(128)])('%s is a key', (key) => {
  expect(read({ INDEXNOW_KEY: key }).indexNowKey).toBe(key)
})

test.each(['WEBSUB_HUB', 'INDEXNOW_ENDPOINT'])('%s is an http or https address without a password', (name) => {
  for (const address of ['hub.example', 'ftp://hub.example', 'javascript:alert(1)'])
    expect(() => read({ [name]: address })).toThrow(`${name}: must be an http or https address`)
  expect(() => read({ [name]: 'https://me:secret@hub.example/' })).toThrow(`${name}: must hold no name and no password`)
})

test.each([
  [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY: must be on or off'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: must be one of fatal, error, warn, info, debug, trace, silent'],
  [{ PAGE_CACHE_MB: '0' }, /PAGE_CACHE_MB: /],
  [{ PAGE_CACHE_MB: 'much' }, 'PAGE_CACHE_MB: must be a number'],
])('%o is refused', (env, message) => {
  expect(() => read(env)).toThrow(message)
})

test('every setting that cannot be used is named at once', () => {
  expect(() => read({ PORT: 'x', SITE_URL: 'y' })).toThrow(/PORT: must be a number\n {2}SITE_URL: must be/)
})

test('a process reads its own environment', () => {
  expect(settings()).toEqual(readSettings(process.env, process.cwd()))
})
