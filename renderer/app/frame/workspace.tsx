import {
  type CSSProperties,
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { featuresOfFile } from '../../../shared/markdown/options/presets'
import { defaultSettings } from '../../../shared/settings'
import { t } from '../../../shared/texts/translate'
import { changeSettings, useSettings } from '../../base/settings-store'
import { FileNotice } from '../../conflict/file-notice'
import { useDocument } from '../../document/state/document-state'
import { EditorPane } from '../../editor/editor-pane'
import { FrontMatterForm } from '../../front-matter/front-matter-form'
import { HistoryPanel, useHistoryShown } from '../../history/history-panel'
import { useVersionShown, VersionView } from '../../history/version-view'
import { LibraryPane } from '../../library/library-pane'
import { focusList } from '../../library/search/search-field'
import { postOf } from '../../library/state/library-store'
import { useOpenings } from '../../library/state/post-actions'
import { showLive } from '../../live/live-layout'
import { OutlinePane } from '../../outline/outline-pane'
import { PreviewPane } from '../../preview/preview-pane'
import { useFeatures, useRemoteImages } from '../../preview/view/page-choices'
import { useLookOfSite } from '../../preview/view/site-look'
import { LinksOutsideDialog } from '../../problems/links-outside'
import { ProblemsPane } from '../../problems/problems-pane'
import { startScrollSync } from '../../scroll-sync/scroll-sync'
import { Later } from '../../ui/later'
import { useTextOnly } from '../../words/focus/full-screen'
import { closeDrawer, useSidebar } from '../commands/sidebar'
import { giveWayToPost, useView } from '../commands/view'
import { FoundSite } from '../site/found-site'
import { Divider } from './divider'
import { ImagesView } from './images-view'
import { NoPost } from './no-post'
import styles from './workspace.module.css'

/** A sidebar that covers the text takes the focus, and returns it when it closes. */
const holdFocus = () => {
  const before = document.activeElement
  focusList()
  return () => {
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
}

const closeOnEscape = (event: KeyboardEvent) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  event.preventDefault()
  closeDrawer()
}

const Sidebar = ({ over }: { readonly over: boolean }) => {
  const kept = useSettings((settings) => settings.sidebarWidth)
  const [moving, setMoving] = useState<number | null>(null)
  const width = moving ?? kept
  useLayoutEffect(() => {
    document.documentElement.style.setProperty('--sidebar-width', `${width}px`) // the header follows it too
  }, [width])
  useLayoutEffect(() => (over ? holdFocus() : undefined), [over])
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: handles keys of the focused element inside */}
      <div
        id="sidebar"
        className={styles.sidebar}
        data-over={over || undefined}
        data-over-page={over || undefined}
        onKeyDown={over ? closeOnEscape : undefined}
      >
        <LibraryPane banner={<FoundSite />} />
      </div>
      {over ? (
        <button
          type="button"
          className={styles.veil}
          data-over-page
          aria-label={t('app.hideSidebar')}
          onClick={closeDrawer}
        />
      ) : (
        <Divider
          label={t('app.sidebarWidth')}
          controls="sidebar"
          value={width}
          min={200}
          max={480}
          step={16}
          normal={defaultSettings.sidebarWidth}
          valueAt={(x) => x}
          onMove={setMoving}
          onSettle={(sidebarWidth) => {
            setMoving(null)
            changeSettings({ sidebarWidth })
          }}
        />
      )}
    </>
  )
}

const Writing = () => (
  <EditorPane>
    <FileNotice />
    <FrontMatterForm />
  </EditorPane>
)

/** The text as it is written. */
const Write = () => {
  useLookOfSite() // for the snippets of the site
  return <Writing />
}

/** The Live layout. */
const Live = () => {
  useLookOfSite()
  const file = useDocument(({ post }) => post?.id ?? '')
  const features = featuresOfFile(useFeatures(), file)
  const remoteImages = useRemoteImages()
  useLayoutEffect(() => showLive({ features, remoteImages }))
  useLayoutEffect(() => () => showLive(null), [])
  return <Writing />
}

/** The page is drawn in the task after the text: both at once would block the window. */
const Page = () => (
  <Later part="page">
    <PreviewPane join={startScrollSync} />
  </Later>
)

const Split = () => {
  const kept = useSettings((settings) => settings.splitRatio)
  const [moving, setMoving] = useState<number | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const ratio = moving ?? kept
  const ratioAt = (x: number) => {
    const box = frame.current?.getBoundingClientRect()
    return box ? (x - box.left) / box.width : ratio
  }
  const shares = { '--before': `${ratio}fr`, '--after': `${1 - ratio}fr` } as CSSProperties
  return (
    <div ref={frame} className={styles.split} style={shares} data-dragging={moving !== null || undefined}>
      <div id="editor" className={`${styles.pane} ${styles.editor}`}>
        <Writing />
      </div>
      <Divider
        label={t('app.editorShare')}
        controls="editor"
        value={ratio * 100}
        min={20}
        max={80}
        step={2}
        normal={defaultSettings.splitRatio * 100}
        valueAt={(x) => ratioAt(x) * 100}
        onMove={(percent) => setMoving(percent / 100)}
        onSettle={(percent) => {
          setMoving(null)
          changeSettings({ splitRatio: Math.round(percent) / 100 })
        }}
      />
      <div className={styles.pane}>
        <Page />
      </div>
    </div>
  )
}

/** Problems on the left, and the text they are in on the right. */
const Problems = () => {
  const open = useDocument((state) => state.post !== null)
  return (
    <div className={styles.problems}>
      <div className={styles.pane}>
        <ProblemsPane titleOf={(id) => postOf(id)?.title ?? id} />
      </div>
      <div id="editor" className={`${styles.pane} ${styles.editor}`}>
        {open ? <Writing /> : <p className={styles.noPost}>{t('app.chooseProblem')}</p>}
      </div>
      <LinksOutsideDialog />
    </div>
  )
}

const Panes = () => {
  const view = useView((state) => state.view)
  const layout = useSettings((settings) => settings.layout)
  const open = useDocument((state) => state.post !== null)
  const drawn = useDeferredValue(open) // in small pieces, because code is slow the first time it runs
  if (view === 'problems') return <Problems />
  if (view === 'images') return <ImagesView />
  if (!open || !drawn) return <NoPost />
  if (layout === 'split') return <Split />
  return (
    <div className={styles.alone}>
      {layout === 'write' && <Write />}
      {layout === 'live' && <Live />}
      {layout === 'preview' && <PreviewPane join={startScrollSync} />}
    </div>
  )
}

/** The open folder: its posts on the left, the open one beside them. */
export const Workspace = () => {
  const { shown, over } = useSidebar()
  const textOnly = useTextOnly((state) => state.on)
  const outline = useSettings((settings) => settings.outline)
  const current = useDocument((state) => state.opening ?? state.post?.id)
  const history = useHistoryShown()
  const version = useVersionShown()
  const openings = useOpenings((state) => state.times)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a sidebar over the text closes when a post is chosen
  useEffect(() => {
    closeDrawer()
    giveWayToPost()
  }, [current, openings])
  return (
    <main className={styles.workspace}>
      {shown && !textOnly && <Sidebar over={over} />}
      <div className={styles.panes}>
        <div className={styles.below} inert={version}>
          <Panes />
        </div>
        <VersionView />
      </div>
      {history ? (
        <div className={styles.outline}>
          <HistoryPanel />
        </div>
      ) : (
        outline &&
        !textOnly && (
          <div className={styles.outline}>
            <OutlinePane />
          </div>
        )
      )}
    </main>
  )
}
