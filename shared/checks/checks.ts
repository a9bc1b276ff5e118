import { t } from '../texts/translate'
import type { FindingSeverity } from './findings/finding'
import { fieldChoice } from './head/choice'
import { dateFileName, dateFuture, dateInvalid } from './head/date'
import { fieldImage } from './head/image'
import { frontMatter } from './head/readable'
import { fieldRequired } from './head/required'
import { slugClash } from './head/slug-clash'
import { descriptionMissing, fieldLength } from './head/summary'
import { titleDuplicate } from './head/title'
import { imageAlt } from './image/alt'
import { imageHeavy } from './image/heavy'
import { imageLenient } from './image/lenient'
import { imageCase } from './image/letter-case'
import { imageMissing } from './image/missing'
import { imageOutside } from './image/outside'
import { linkAnchor } from './link/anchor'
import { linkFile } from './link/file'
import { linkInsecure } from './link/insecure'
import { linkMalformed } from './link/malformed'
import { linkPost } from './link/post'
import { linkRelative } from './link/relative'
import type { SiteCheck, TextCheck } from './site/check'
import { fenceOpen } from './text/fence'
import { headingOrder, headingTop } from './text/headings'
import { htmlOpen } from './text/html'
import { linkBare, linkEmpty } from './text/links'
import { footnoteMissing, footnoteUnused, referenceMissing, referenceUnused } from './text/references'
import { todo } from './text/reminders'

/** The checks that need only the text. */
export const textChecks: readonly TextCheck[] = [
  frontMatter,
  imageAlt,
  linkMalformed,
  linkInsecure,
  linkEmpty,
  linkBare,
  headingOrder,
  headingTop,
  fenceOpen,
  htmlOpen,
  referenceMissing,
  referenceUnused,
  footnoteMissing,
  footnoteUnused,
  todo,
]

/** The checks that need the site around the post. */
export const siteChecks: readonly SiteCheck[] = [
  fieldRequired,
  dateInvalid,
  dateFuture,
  dateFileName,
  slugClash,
  titleDuplicate,
  descriptionMissing,
  fieldLength,
  fieldChoice,
  fieldImage,
  imageMissing,
  imageCase,
  imageOutside,
  imageLenient,
  imageHeavy,
  linkPost,
  linkAnchor,
  linkRelative,
  linkFile,
]

/** A check in settings and guide. */
export interface CheckEntry {
  readonly name: string
  readonly severity: FindingSeverity
  readonly about: string
}

/** A check that runs only on request. */
const onDemand: readonly CheckEntry[] = [
  {
    name: 'link-external',
    severity: 'warning',
    about: t('checks.aboutExternal'),
  },
  {
    name: 'markdownlint',
    severity: 'hint',
    about: t('checks.aboutLint'),
  },
]

/** Every check by its name. */
export const checkEntries: readonly CheckEntry[] = [...textChecks, ...siteChecks, ...onDemand].map(
  ({ name, severity, about }) => ({ name, severity, about }),
)
