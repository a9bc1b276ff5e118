import { expect, test } from 'vitest'
import { headingIds } from '../../../../shared/checks/parts/heading-ids'
import { readBody } from '../../../../shared/checks/parts/read-body'
import { renderPost } from '../../../../shared/markdown/page/render-post'
import { renderers } from '../../../support/renderers'

const page = [
  ...['# Same', '## Same', '## Same 1', '## Same', '### Same-1', '## Own {#own}', '## Own', '## Same'],
  ...['## `code` and *words*', '## A -- b', '## See https://example.com/a now', '## "Quoted" it’s', '## !!!'],
  ...['## 你好 Welt', '## Ünïcode', '## `<Tag>` left', '## a & b &amp; c', '## Last'],
  'Two\nlines\n-----',
].join('\n\n')

test.each(Object.entries(renderers).filter(([, { anchors }]) => anchors))(
  'the checks know every id of a page of %s',
  (_name, features) => {
    const html = renderPost(page, { features, assetUrl: () => null, remoteImages: 'hold' }).html
    const shown = [...html.matchAll(/<h[1-6][^>]*\sid="([^"]*)"/g)].map(([, id]) =>
      id?.replaceAll('&amp;', '&'),
    )
    expect(shown.length).toBeGreaterThan(12)
    const known = headingIds(readBody(page, 0).headings, features.idStyle)
    expect(shown.filter((id) => !known.includes(id ?? ''))).toEqual([])
  },
)
