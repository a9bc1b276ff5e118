import type { PostId } from '../posts/post'
import { syntaxOf } from '../references/code-ranges'
import { namedImages } from '../references/named-images'
import { siteChecks, textChecks } from './checks'
import type { Finding } from './findings/finding'
import { asFinding, toldFindings } from './findings/severities'
import { frontMatter } from './head/readable'
import { postParts, type ReadPost, readPost } from './parts/post-parts'
import type { CheckSeverities } from './severity/check-severities'
import type { TextRules } from './site/check'
import type { CheckSite } from './site/check-site'
import { type PostRecord, postRecord } from './site/post-record'

/** Reads a post and runs the checks that need only its text. */
export const recordOf = (
  id: PostId,
  text: string,
  rules: TextRules,
  read: ReadPost = readPost(text),
): PostRecord => {
  const parts = postParts(id, text, read, rules.layout.profile)
  // Without the end of the front matter, the start of the body is unknown.
  const checks = parts.head.problem && parts.bodyFrom === 0 ? [frontMatter] : textChecks
  const found = checks.flatMap((check) => check.inText(parts, rules).map((one) => asFinding(check, one)))
  const { profile } = rules.layout
  const named = namedImages(text, parts.bodyFrom, parts.body.images, syntaxOf(id, profile))
  return { ...postRecord(parts, found, rules.layout, rules.features), named }
}

/** All findings of a post, by place. Cheap: does not parse the text again. */
export const findingsOf = (
  post: PostRecord,
  site: CheckSite,
  severities: CheckSeverities,
  more: readonly Finding[] = [],
): readonly Finding[] => {
  const found = siteChecks.flatMap((check) =>
    severities[check.name] === 'off' ? [] : check.inSite(post, site).map((one) => asFinding(check, one)),
  )
  return toldFindings([...post.found, ...found, ...more], severities, post.ignored)
}
