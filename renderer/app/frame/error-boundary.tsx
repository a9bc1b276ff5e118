import { Component, type ReactNode } from 'react'
import { messageOf } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import { Button } from '../../ui/button'
import styles from './error-boundary.module.css'

interface State {
  readonly failure: string | null
}

/** Stands in for a part of the window that could not be drawn; the text is kept outside of what is drawn. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failure: null }

  static getDerivedStateFromError(error: unknown): State {
    return { failure: messageOf(error) }
  }

  override render(): ReactNode {
    if (this.state.failure === null) return this.props.children
    return (
      <div className={styles.page} role="alert">
        <p className={styles.title}>{t('app.partFailed')}</p>
        <p className={styles.text}>{t('app.partFailedDetail')}</p>
        <p className={styles.text}>{this.state.failure}</p>
        <Button look="primary" onClick={() => this.setState({ failure: null })}>
          {t('app.tryAgain')}
        </Button>
      </div>
    )
  }
}
