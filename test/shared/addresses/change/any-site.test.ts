import { beforeAll, expect, test } from 'vitest'
import { detectSite } from '../../../../electron/site/detect-site'
import { changedText } from '../../../../shared/addresses/change/changed-text'
import { movingWith, pathInFolder, pathWithSlug } from '../../../../shared/addresses/change/renamed-page'
import { changeOnPaper } from '../../../../shared/addresses/change/site-change'
import { addressKey, folded } from '../../../../shared/addresses/map/folded'
import type { SiteMap } from '../../../../shared/addresses/map/site-map'
import type { SitePath } from '../../../../shared/addresses/rules/page'
import { folderOf } from '../../../../shared/site/post-path'
import type { SiteLayout } from '../../../../shared/site/site-layout'
import { applyTextChanges } from '../../../../shared/text/text-change'
import { anySite, type Made, madeBy, mapOf, textsOf } from '../../../support/any-site'
import { meaningsOf } from '../../../support/meanings'
import { fc } from '../../../support/properties'
import { tempSite } from '../../../support/temp-site'

const layouts = new Map<Made, SiteLayout>()

beforeAll(async () => {
  for (const [profile, { files, posts }] of Object.entries(madeBy)) {
    const site = await tempSite({
      ...files,
      [`${posts}/2024-01-02-a.md`]: '---\ntitle: A\ndate: 2024-01-02\n---\n',
    })
    const layout = await detectSite(site.path(posts))
    expect([layout.profile, layout.postsFolder]).toEqual([profile, posts])
    layouts.set(profile as Made, layout)
    await site.remove()
  }
})

/** Names that are valid everywhere. */
const isPlain: ReadonlySet<string> = new Set(['new', 'OLD', '2024', '', 'deep/er'])

/** Whether no two pages have the same address or name. */
const isClear = ({ pages }: SiteMap): boolean => {
  const names = Array.from(pages.keys(), (path) => folded(path.replace(/(?:\/index|\.fr)?\.\w+$/, '')))
  if (new Set(names).size < names.length) return false
  const addresses = Array.from(pages.values()).flatMap(({ address }) =>
    address === null ? [] : folded(addressKey(address)),
  )
  return new Set(addresses).size === addresses.length
}

test('after any rename or move every link of any site means what it meant, or is named', () => {
  fc.assert(
    fc.property(anySite, (site) => {
      const [job, to] = site.job
      fc.pre(job !== 'copy')
      const layout = layouts.get(site.profile) as SiteLayout
      const texts = textsOf(site, layout)
      const paths = [...texts.keys()].filter((path) => /\.mdx?$/.test(path))
      const path = paths[site.which % paths.length] ?? ''
      const top = path.startsWith(`${layout.postsFolder}/`) ? layout.postsFolder : folderOf(path)
      const after =
        job === 'rename'
          ? pathWithSlug(path, to, layout)
          : pathInFolder(path, `${top}/${to}`.replace(/\/$/, ''), layout)
      const [from, place] = [movingWith(path, layout), movingWith(after, layout)]
      const moved = new Map(
        [...texts.keys()]
          .filter((one) => one === from || one.startsWith(`${from}/`))
          .map((one) => [one, place + one.slice(from.length)]),
      )
      const movedTo = (one: SitePath) => moved.get(one) ?? one
      const taken = new Set(Array.from(moved.values(), (one) => one.toLowerCase()))
      fc.pre(paths.every((one) => moved.has(one) || !taken.has(one.toLowerCase())))
      const before = mapOf(texts, layout)
      const renamed = mapOf(new Map(Array.from(moved, ([old, now]) => [now, texts.get(old) ?? ''])), layout)
      const change = changeOnPaper(before, moved, renamed.pages.values())
      const left = new Map<SitePath, number>()
      const now = new Map(
        Array.from(texts, ([one, text]) => {
          const changed = changedText(text, one, change)
          left.set(one, changed.left.length)
          return [movedTo(one), applyTextChanges(text, changed.changes)]
        }),
      )
      const map = mapOf(now, layout)
      if (isPlain.has(to) && isClear(before) && isClear(map))
        expect(Object.fromEntries(Array.from(left).filter(([, count]) => count > 0))).toEqual({})
      for (const [one, text] of texts) {
        const meanings = meaningsOf(one, text, before)
        const again = meaningsOf(movedTo(one), now.get(movedTo(one)) ?? '', map)
        const told = `${path} → ${after}\n${one}: ${text}\n→ ${movedTo(one)}: ${now.get(movedTo(one))}`
        expect(again.length, told).toBe(meanings.length)
        const lost = meanings.filter((meant, index) => {
          const here = again[index]
          return meant.kind === 'page' && (here?.kind !== 'page' || here.path !== movedTo(meant.path))
        })
        expect(lost.length, told).toBeLessThanOrEqual(left.get(one) ?? 0)
      }
    }),
    { numRuns: 1000 },
  )
})
