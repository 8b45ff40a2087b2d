import type { ReactNode } from 'react';
import type { To } from '../platform/router/location.ts';
import { Link } from '../platform/router/router.tsx';
import { messagesOf } from '../platform/messages.ts';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import fr from './messages/fr.json';
import styles from './StepList.module.css';

const t = messagesOf(fr);

/** One step of a longer form. With `to`, the reader may go there. */
export interface Step {
  readonly label: ReactNode;
  /** `partial` was saved, and lacks something. */
  readonly state: 'done' | 'partial' | 'current' | 'ahead';
  readonly to?: To;
}

/** Where one is in a form of several pages. */
export function StepList({ steps, label }: { steps: readonly Step[]; label: string }) {
  const current = steps.findIndex((step) => step.state === 'current');
  return (
    <nav aria-label={label} className={styles.steps}>
      <p className={styles.brief}>{t('step', { at: current + 1, of: steps.length })}</p>
      <ol>
        {steps.map((step, at) => {
          const words = (
            <>
              <span className={styles.disc}>{step.state === 'done' ? <Icon name="check" /> : at + 1}</span>
              <span>
                {step.label}
                {step.state === 'done' && <VisuallyHidden> ({t('step.done')})</VisuallyHidden>}
                {step.state === 'partial' && <small> ({t('step.partial')})</small>}
              </span>
            </>
          );
          return (
            <li key={at} className={classNames(styles[step.state])} aria-current={step.state === 'current' ? 'step' : undefined}>
              {step.to !== undefined && step.state !== 'current' ? (
                <Link to={step.to}>{words}</Link>
              ) : (
                <span className={styles.place}>{words}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
