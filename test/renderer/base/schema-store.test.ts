import { expect, test } from 'vitest'
import { emptySchema, type SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import { installApi } from '../../support/fake-api'

let answer: SiteSchema = emptySchema
const fake = installApi({ siteSchema: () => answer })
const { loadSchema, startSchema, useSchema } = await import('../../../renderer/base/schema-store')
startSchema()

const withTemplate: SiteSchema = {
  ...emptySchema,
  order: ['date'],
  newPost: { fileName: '{year}/{slug}.md' },
}

test('what one site fixes is forgotten with it', async () => {
  answer = withTemplate
  await loadSchema()
  expect(useSchema.getState()).toEqual(withTemplate)
  answer = emptySchema
  await loadSchema()
  expect(useSchema.getState()).toEqual(emptySchema)
})

test('what the site no longer fixes is forgotten', () => {
  fake.emit('siteSchemaChanged', withTemplate)
  fake.emit('siteSchemaChanged', emptySchema)
  expect(useSchema.getState()).toEqual(emptySchema)
})
