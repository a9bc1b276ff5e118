import { PanelLeft, SquarePen } from 'lucide-react'
import type { Settings } from '../../../shared/settings'
import { t } from '../../../shared/texts/translate'
import { runCommand } from '../../base/command-bus'
import { isMac } from '../../base/platform'
import { useSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'
import { useFindings } from '../../document/problems/findings'
import { useDocument } from '../../document/state/document-state'
import { ListMenu } from '../../library/list/list-menu'
import { Button, IconButton } from '../../ui/button'
import { Later } from '../../ui/later'
import { SegmentedControl } from '../../ui/segmented-control'
import { Tooltip } from '../../ui/tooltip'
import { useSidebar } from '../commands/sidebar'
import { showView, useView } from '../commands/view'
import { SitePanel } from '../site/site-panel'
import styles from './header.module.css'
import { useTitle } from './use-title'

const layouts: readonly { readonly value: Settings['layout']; readonly label: string }[] = [
  { value: 'write', label: t('titles.layout-write') },
  { value: 'live', label: t('titles.layout-live') },
  { value: 'split', label: t('titles.layout-split') },
  { value: 'preview', label: t('titles.layout-preview') },
]

/** Switches the view; the count is the number of problems. */
const Views = () => {
  const view = useView((state) => state.view)
  const count = useFindings(({ counts }) => counts.error + counts.warning)
  const problems = count === 0 ? t('titles.view-problems') : t('app.problemsCount', { count })
  return (
    <Tooltip label={t('app.views')} command="view-problems">
      <span className={styles.views}>
        <SegmentedControl
          label={t('app.view')}
          value={view}
          options={[
            { value: 'posts', label: t('titles.view-posts') },
            { value: 'images', label: t('titles.view-images') },
            { value: 'problems', label: problems },
          ]}
          onChange={showView}
        />
      </span>
    </Tooltip>
  )
}

const Title = () => {
  const title = useTitle()
  const site = useSite((state) => state.site)
  if (title === null) return <div className={styles.title}>{site && <SitePanel site={site} />}</div>
  return (
    <div className={styles.title}>
      <h1 className={styles.name} dir="auto" title={title}>
        {title}
      </h1>
      {site && (
        <span className={styles.folder}>
          <span aria-hidden>—</span>
          <SitePanel site={site} />
        </span>
      )}
    </div>
  )
}

/** The header of the window: the open folder, layouts, and actions of the post. */
export const Header = () => {
  const site = useSite((state) => state.site)
  const layout = useSettings((settings) => settings.layout)
  const view = useView((state) => state.view)
  const { shown, over } = useSidebar()
  const open = useDocument((state) => state.post !== null)
  return (
    <header className={styles.header} data-mac={isMac || undefined} data-bare={!site || undefined}>
      <div className={styles.start}>
        {site && (
          <Later part="list-tools">
            <div className={styles.overList} data-wide={(shown && !over) || undefined}>
              <IconButton
                label={shown ? t('app.hideSidebar') : t('app.showSidebar')}
                command="toggle-sidebar"
                aria-expanded={shown}
                onClick={() => runCommand('toggle-sidebar')}
              >
                <PanelLeft size={16} aria-hidden />
              </IconButton>
              <div className={styles.tools}>
                {shown && <ListMenu />}
                <IconButton
                  label={t('app.newPost')}
                  command="new-post"
                  onClick={() => runCommand('new-post')}
                >
                  <SquarePen size={16} aria-hidden />
                </IconButton>
              </div>
            </div>
          </Later>
        )}
      </div>
      <Title />
      <div className={styles.end}>
        {site && (
          <Later part="post-tools">
            <Views />
            {view === 'posts' && (
              <Tooltip label={t('titles.cycle-layout')} command="cycle-layout">
                <span>
                  <SegmentedControl
                    label={t('app.layout')}
                    value={layout}
                    options={layouts}
                    onChange={(chosen) => runCommand(`layout-${chosen}`)}
                  />
                </span>
              </Tooltip>
            )}
            <Tooltip label={t('app.historyOfPost')} command="history">
              <span className={styles.rare}>
                <Button disabled={!open} onClick={() => runCommand('history')}>
                  {t('app.history')}
                </Button>
              </span>
            </Tooltip>
            <Tooltip label={t('app.exportHint')} command="export-html">
              <Button look="primary" disabled={!open} onClick={() => runCommand('export-html')}>
                {t('app.export')}
              </Button>
            </Tooltip>
          </Later>
        )}
      </div>
    </header>
  )
}
