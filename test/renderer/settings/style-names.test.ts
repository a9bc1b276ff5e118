import { expect, test } from 'vitest'
import { styleNames } from '../../../renderer/settings/style-names'

test('paths between commas, from the root of the site', () => {
  expect(styleNames(' css/a.css, ./b.css,, /static/c.css ,')).toEqual(['css/a.css', 'b.css', 'static/c.css'])
  expect(styleNames(' , ')).toEqual([])
})
