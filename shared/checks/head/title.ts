import { t } from '../../texts/translate'
import type { SiteCheck } from '../site/check'
import type { PostRecord } from '../site/post-record'

/** Posts with the same title. */
export const titleDuplicate: SiteCheck = {
  name: 'title-duplicate',
  severity: 'warning',
  about: t('checks.aboutTitle'),
  inSite: (post, site) => {
    const { title } = post.head.common
    const field = post.head.fields.find(({ values, key }) => key === 'title' || values[0]?.trim() === title)
    if (title === '' || !field) return []
    const other = site.posts
      .titled(title)
      .find((one) => one.id !== post.id && languageOf(one) === languageOf(post))
    if (!other) return []
    return [
      { ...field.at, field: field.key, message: t('checks.sameTitle', { id: other.id }), detail: title },
    ]
  },
}

/** Translations may have the same title: `lang: de`, `post.de.md`, `de/post.md`. */
const languageOf = ({ id, head }: PostRecord): string =>
  head.fields.find(({ key }) => /^(?:lang|language|locale)$/i.test(key))?.values[0] ??
  /\.([a-z]{2}(?:-[a-z]{2,4})?)\.\w+$/i.exec(id)?.[1] ??
  /(?:^|\/)([a-z]{2}(?:-(?:[a-z]{2}|hans|hant|latn|cyrl|arab))?)\//i.exec(id)?.[1] ??
  ''
