import { t } from '../../shared/texts/translate'
import './head/setup'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { createPortal } from 'react-dom'
import { assertNever } from '../../shared/app-error'
import { formFields } from '../../shared/front-matter/form/fields'
import type { FormField } from '../../shared/front-matter/schema/form-field'
import { emptySchema } from '../../shared/front-matter/schema/site-schema'
import { registerCommand } from '../base/command-bus'
import { useSchema } from '../base/schema-store'
import { useLater, usePainted } from '../base/tasks'
import { beforeFirstPost } from '../document/reading/first-post'
import { useDocument } from '../document/state/document-state'
import type { HeadState } from '../document/state/head-field'
import { Later } from '../ui/later'
import { DriftNotes } from './controls/drift-notes'
import { AddField } from './form/add-field'
import { FieldGrid } from './form/field-grid'
import styles from './form/form.module.css'
import { listenToFormKeys } from './form/form-keys'
import { listenToTab } from './form/tab-order'
import { useKeptFocus } from './form/use-kept-focus'
import { focusForm, toggleSource } from './head/actions'
import { BrokenHead, NoHead, SourceBar, SourceButton } from './head/bars'
import { headHost, useHeadMode, usualHeight } from './head/place'

beforeFirstPost(() => formFields('---\ntitle: A title\ntags: [a]\n---\n', emptySchema))

/** The form of the open post's front matter, at the top of its text. */
export const FrontMatterForm = () => {
  const head = useDocument((state) => state.head)
  const post = useDocument((state) => state.post?.id)
  useEffect(() => {
    const stops = [
      registerCommand('focus-form', focusForm),
      registerCommand('toggle-source', toggleSource),
      listenToTab(),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  // The form is the slowest part of another post to draw, so its text and page come first.
  const drawn = usePainted(post, null)
  if (!head) return null
  // The key keeps drafts of one post from appearing in another.
  return createPortal(drawn === post ? <Head key={post} head={head} /> : <Place />, headHost)
}

/** Keeps the height of the previous form, so that the text does not jump. */
const Place = () => <div style={{ height: headHost.offsetHeight || usualHeight }} />

const Head = ({ head }: { readonly head: HeadState }) => {
  const mode = useHeadMode((state) => state.mode)
  switch (mode) {
    case 'form':
      return <Form head={head} />
    case 'broken':
      return <BrokenHead head={head} />
    case 'source':
    case 'settling':
      return <SourceBar />
    case 'none':
      return <NoHead head={head} />
    default:
      return assertNever(mode)
  }
}

const Form = ({ head }: { readonly head: HeadState }) => {
  const schema = useSchema()
  const all = useLater('rest-of-form')
  // Until the fields of the other posts are known, the form may grow: it keeps the room that most forms need.
  const isWhole = all && schema !== emptySchema
  const form = useRef<HTMLElement>(null)
  const shown = useRef<readonly FormField[]>([])
  const fields = useMemo(() => {
    const focused = form.current?.querySelector<HTMLElement>('[data-key]:focus-within')?.dataset.key
    return formFields(
      head.text,
      schema,
      shown.current.find(({ key }) => key === focused),
    )
  }, [head.text, schema])
  useLayoutEffect(() => {
    shown.current = fields
  })
  useKeptFocus(form)
  useEffect(() => (form.current ? listenToFormKeys(form.current) : undefined), [])
  const focusField = (key: string) =>
    requestAnimationFrame(() => {
      const row = form.current?.querySelector(`[data-key="${CSS.escape(key)}"]`)
      row?.querySelector<HTMLElement>('input, textarea, [role="switch"]')?.focus()
    })
  return (
    <section
      ref={form}
      className={styles.form}
      aria-label={t('document.frontMatter')}
      style={isWhole ? undefined : { minHeight: usualHeight }}
    >
      <FieldGrid fields={all ? fields : fields.slice(0, 3)} />
      {all && <DriftNotes fields={fields} />}
      <div className={styles.foot}>
        <Later part="add-field">
          <AddField
            taken={fields.filter(({ present }) => present).map(({ key }) => key)}
            onAdded={focusField}
          />
        </Later>
        <SourceButton />
      </div>
    </section>
  )
}
