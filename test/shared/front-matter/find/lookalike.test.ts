import { expect, test } from 'vitest'
import { lookalikeOf } from '../../../../shared/front-matter/find/lookalike'

test('a start of thousands of blank lines is told from a head', () => {
  expect(lookalikeOf(`---\n${'\n'.repeat(1_990)}x`)).toBeNull()
  expect(lookalikeOf(`+++\n${' \n# a\n'.repeat(300)}x`)).toBeNull()
  expect(lookalikeOf(`+++\n\n  # a\n\na = 1\n`)).toBe('invalid TOML')
  expect(lookalikeOf(`–––\n\n  # a\n\ntitle: 1\n`)).toBe('invalid YAML')
})
