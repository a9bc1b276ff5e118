import type { Problem } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'

/** Short texts for problems in narrow rows. */
const short: Readonly<Record<string, string>> = {
  'front-matter': t('library.problemFrontMatter'),
  unreadable: t('library.problemUnreadable'),
  'image-missing': t('library.imageMissing'),
  'field-image': t('library.imageMissing'),
  'image-case': t('library.imageCase'),
  'image-outside': t('library.imageOutside'),
  'image-lenient': t('library.imageLenient'),
  'image-alt': t('library.noAlt'),
  'image-heavy': t('library.heavyImage'),
  'link-post': t('library.brokenLink'),
  'link-anchor': t('library.brokenLink'),
  'link-file': t('library.brokenLink'),
  'link-external': t('library.brokenLink'),
  'link-relative': t('library.relativeLink'),
  'link-malformed': t('library.badAddress'),
  'link-insecure': t('library.insecureAddress'),
  'link-empty': t('library.emptyLink'),
  'link-bare': t('library.bareAddress'),
  'field-required': t('library.missingFieldProblem'),
  'field-choice': t('library.unknownValue'),
  'field-length': t('library.longDescription'),
  'description-missing': t('library.noDescription'),
  'date-invalid': t('library.invalidDate'),
  'date-future': t('library.dateAhead'),
  'date-file-name': t('library.twoDates'),
  'title-duplicate': t('library.sameTitle'),
  'duplicate-slug': t('library.sameAddress'),
  'slug-clash': t('library.sameAddress'),
  'heading-order': t('library.skippedLevel'),
  'heading-top': t('library.twoTopHeadings'),
  'fence-open': t('library.openFence'),
  'html-open': t('library.openHtml'),
  'reference-missing': t('library.undefinedLink'),
  'footnote-missing': t('library.undefinedFootnote'),
  'reference-unused': t('library.unusedLink'),
  'footnote-unused': t('library.unusedFootnote'),
  todo: t('library.reminder'),
}

/** The first problem of a post in two or three words, and how many more there are; undefined if there is none. */
export const problemWords = (problems: readonly Problem[]): string | undefined => {
  const [first, ...others] = problems
  if (!first) return undefined
  const words = short[first.check] ?? first.message
  return others.length === 0 ? words : `${words} +${others.length}`
}
