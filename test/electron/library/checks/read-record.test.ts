import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readRecord, recordOfText } from '../../../../electron/library/checks/read-record'
import { featuresOf } from '../../../../shared/markdown/options/presets'
import { plainSite } from '../../../support/open-library'
import { withTempFolder } from '../../../support/temp-folder'

const folder = withTempFolder()
const rules = { layout: plainSite('.', 'jekyll'), features: featuresOf('kramdown') }
const foundIn = (text: string) => recordOfText('a.md', text, rules).record

// Each once took minutes or quadratic time.
test.each(['[a](', '<http://a', '1. ', '> - ', '{% raw %}', '{{/*', '<!--[a](', '[a](http://a.', '{{a}}'])(
  'a text of %j again and again is checked to its end, and what stands before it',
  (unit) => {
    const { links } = recordOfText(
      'a.md',
      `[first](first.md)\n\n${unit.repeat(200_000 / unit.length)}`,
      rules,
    ).record
    expect(links[0]).toMatchObject({ target: 'first.md' })
  },
)

test('what stands in template blocks is not checked, and what follows them is', () => {
  const text = [
    '{% raw %}[a](a.md){% endraw %}',
    '{% highlight js %}[b](b.md){% endhighlight %}',
    '{{< highlight js >}}[c](c.md){{< /highlight >}}',
    '$$[d](d.md)$$',
    '{{/* [e](e.md) */}}',
    '{% raw %} [f](f.md)',
    '$$ [g](g.md)',
  ].join('\n\n')
  expect(foundIn(text).links.map(({ target }) => target)).toEqual(['f.md', 'g.md'])
})

test.runIf(process.platform === 'linux')('what is no file, or too large for one, is told', async () => {
  execFileSync('mkfifo', [join(folder(), 'pipe.md')])
  await writeFile(join(folder(), 'large.md'), Buffer.alloc(20_000_001, 'x'))
  for (const id of ['pipe.md', 'large.md'])
    expect(readRecord(folder(), id, rules, null)).toMatchObject({ kind: 'failed', id })
})

test('posts of any length are read whole, one after the other', async () => {
  const about = (length: number) => `[${length}](${length}.md) `
  const lengths = [70_000, 30, 65_536, 65_535, 65_537, 200_000, 40]
  for (const length of lengths)
    await writeFile(join(folder(), `${length}.md`), about(length).padStart(length, 'word '))
  await writeFile(join(folder(), 'empty.md'), '')
  for (const length of lengths) {
    const read = readRecord(folder(), `${length}.md`, rules, null)
    expect(read.kind === 'read' && read.record.links.map(({ target }) => target)).toEqual([`${length}.md`])
    expect(readRecord(folder(), 'empty.md', rules, null)).toMatchObject({
      kind: 'read',
      record: { links: [] },
    })
  }
})
