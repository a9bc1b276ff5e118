import { beforeEach, expect, test } from 'vitest'
import { type ImageChoices, usualImageChoices } from '../../../../shared/images/image-choices'
import { defaultSettings } from '../../../../shared/settings'
import type { SiteInfo } from '../../../../shared/site/site-info'
import { installApi } from '../../../support/fake-api'

installApi({ imageWidths: () => [] })
const { startSettings } = await import('../../../../renderer/base/settings-store')
const { useSite } = await import('../../../../renderer/base/site-store')
const { setSiteImages } = await import('../../../../renderer/document/images/site-images')
const { answerQuestion, cancelQuestion, changeQuestion, choicesFor, useImportQuestion } = await import(
  '../../../../renderer/document/images/import-question'
)

const image = (width: number) => ({
  name: 'a.jpg',
  bytes: new Uint8Array(),
  facts: {
    type: 'image/jpeg',
    width,
    height: 10,
    bytes: 10,
    isAnimated: false,
    hasPlace: false,
    hasMetadata: false,
    canChange: true,
  },
})
const wide = (width: number): ImageChoices => ({ ...usualImageChoices, width })
const remember = (imageImport: Record<string, ImageChoices>) =>
  startSettings({ ...defaultSettings, imageImport })

beforeEach(() => {
  useSite.setState({ site: { name: 'blog', key: '/home/ann/blog' } as SiteInfo })
  setSiteImages(null)
  remember({})
})

test('large images are asked about, small ones are not', async () => {
  expect(await choicesFor([image(300)])).toEqual(usualImageChoices)
  const chosen = choicesFor([image(3000)])
  await expect.poll(() => useImportQuestion.getState().pending?.widths).toEqual([1600, 2400])
  changeQuestion({ choices: wide(1600) })
  answerQuestion('chosen')
  expect(await chosen).toEqual(wide(1600))
  const refused = choicesFor([image(3000)])
  await expect.poll(() => useImportQuestion.getState().pending).not.toBeNull()
  cancelQuestion()
  expect(await refused).toBeNull()
})

test('what is chosen for the site goes before its postwright.json, and that before what is chosen for all', async () => {
  remember({ '': wide(500) })
  expect(await choicesFor([image(3000)])).toEqual(wide(500))
  setSiteImages(wide(1000))
  expect(await choicesFor([image(3000)])).toEqual(wide(1000))
  remember({ '': wide(500), '/home/ann/blog': wide(1200), '/home/ben/blog': wide(1), blog: wide(2) })
  expect(await choicesFor([image(3000)])).toEqual(wide(1200))
})
