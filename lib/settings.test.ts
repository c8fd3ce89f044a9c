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
  })
})

test('what is set holds, and folders may be anywhere', () => {
  const env = {
    HOST: '0.0.0.0',
    PORT: '8080',
    CONTENT_DIR: '../paper',
    DATA_DIR: '/var/data',
    SITE_URL: 'https://a.example/b',
  }
  expect(read(env)).toEqual({
    host: '0.0.0.0',
    port: 8080,
    contentDir: '/srv/paper',
    dataDir: '/var/data',
    siteUrl: 'https://a.example/b',
  })
})

test('an empty variable counts as unset', () => {
  expect(read({ HOST: '', PORT: '', CONTENT_DIR: '', DATA_DIR: '', SITE_URL: '' })).toEqual(read({}))
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

test('every setting that cannot be used is named at once', () => {
  expect(() => read({ PORT: 'x', SITE_URL: 'y' })).toThrow(/PORT: must be a number\n {2}SITE_URL: must be/)
})

test('a process reads its own environment', () => {
  expect(settings()).toEqual(readSettings(process.env, process.cwd()))
})
