import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SiteSettings } from '../../../../electron/library/index/site-settings'
import { emptySchema } from '../../../../shared/front-matter/schema/site-schema'
import { withTempFolder } from '../../../support/temp-folder'

const root = withTempFolder()
const write = (value: unknown) =>
  writeFile(join(root(), 'postwright.json'), typeof value === 'string' ? value : JSON.stringify(value))

test('a site without settings is as its posts are', () => {
  const settings = new SiteSettings(root())
  expect(settings.applied(emptySchema)).toEqual(emptySchema)
  expect(settings.problems()).toEqual([])
})

test('settings are applied, and read again when they change', async () => {
  await write({ fields: { level: { label: 'Level', choices: ['a', 'b'] } } })
  const settings = new SiteSettings(root())
  expect(settings.applied(emptySchema).fields).toMatchObject([{ key: 'level', label: 'Level' }])
  await write({ fields: { level: { label: 'Another', choices: ['a', 'b', 'c'] } } })
  expect(settings.applied(emptySchema).fields).toMatchObject([{ key: 'level', label: 'Another' }])
  await rm(join(root(), 'postwright.json'))
  expect(settings.applied(emptySchema).fields).toEqual([])
})

test('mistakes are told with their line and change nothing', async () => {
  await write('{\n  "fields": { "a": { "lable": "x" } }\n}')
  const settings = new SiteSettings(root())
  expect(settings.applied(emptySchema)).toEqual(emptySchema)
  expect(settings.problems()).toEqual([
    { path: 'postwright.json', message: 'postwright.json, line 2: fields.a: there is no setting “lable”' },
  ])
  await write('\ufeff{}')
  expect(settings.problems()).toEqual([])
})

test('what it said before stays while it has mistakes, and goes with the file', async () => {
  await write({ fields: { level: { label: 'Level' } } })
  const settings = new SiteSettings(root())
  expect(settings.applied(emptySchema).fields).toMatchObject([{ key: 'level', label: 'Level' }])
  await write('{ "fields": ')
  expect(settings.applied(emptySchema).fields).toMatchObject([{ key: 'level', label: 'Level' }])
  expect(settings.problems()).toHaveLength(1)
  await write('') // as a file is while being written
  expect(settings.applied(emptySchema).fields).toMatchObject([{ key: 'level', label: 'Level' }])
  expect(settings.applied(emptySchema).fields).toMatchObject([{ key: 'level', label: 'Level' }])

  await utimes(join(root(), 'postwright.json'), new Date(0), new Date(0)) // it was left like this
  expect(settings.applied(emptySchema)).toEqual(emptySchema)
  expect(settings.problems()).toEqual([])
})

test('each change is told once, mistakes from the start too', async () => {
  await write('{ "fields": ')
  const told: string[][] = []
  const settings = new SiteSettings(root(), (problems) => told.push(problems.map(({ message }) => message)))
  settings.follow()
  settings.follow()
  expect(told).toEqual([[expect.stringMatching(/^postwright\.json, line 1: JSON: /)]])
  await write({ order: ['title'] })
  settings.problems() // requested by another caller in between
  settings.follow()
  settings.follow()
  expect(told.slice(1)).toEqual([[]])
  await rm(join(root(), 'postwright.json'))
  settings.follow()
  expect(told).toHaveLength(3)
})

test('a site without mistakes is told of changes only', async () => {
  const told: number[] = []
  const settings = new SiteSettings(root(), ({ length }) => told.push(length))
  settings.follow()
  expect(told).toEqual([])
  await write({ order: ['title'] })
  settings.follow()
  expect(told).toEqual([0])
})

test('a folder of that name is no settings', async () => {
  await mkdir(join(root(), 'postwright.json'))
  expect(new SiteSettings(root()).problems()).toEqual([])
})
