import { useEffect, useRef, type ReactNode } from 'react';
import { Card } from '../../../ui/Card.tsx';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import styles from './DoorFrame.module.css';

/** A reason beside the form: an icon and a sentence. */
interface DoorPoint {
  readonly icon: IconName;
  readonly title: string;
  readonly words: string;
}

interface DoorFrameProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** What stands below the card: where else one may want to go. */
  below?: ReactNode;
  aside?: { readonly title: string; readonly points: readonly DoorPoint[] };
  /** The title takes the focus when it changes: the page has become another step. */
  step?: string;
}

/** A page with one thing to do: a card in the middle, reasons beside it where there is room. */
export function DoorFrame({ title, lead, children, below, aside, step = '' }: DoorFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(step);
  useEffect(() => {
    if (first.current === step) return;
    first.current = step;
    heading.current?.focus();
    scrollTo(0, 0);
  }, [step]);
  return (
    <Wrap>
      <div className={styles.door}>
        <div className={styles.main}>
          <Card look="lifted" className={styles.card}>
            <header className={styles.head}>
              <h1 ref={heading} tabIndex={-1}>
                {title}
              </h1>
              {lead && <p>{lead}</p>}
            </header>
            {children}
          </Card>
          {below && <div className={styles.below}>{below}</div>}
        </div>
        {aside && (
          <aside className={styles.aside} aria-label={aside.title}>
            <h2>{aside.title}</h2>
            <ul>
              {aside.points.map((point) => (
                <li key={point.title}>
                  <span className={styles.mark}>
                    <Icon name={point.icon} size="large" />
                  </span>
                  <span>
                    <strong>{point.title}</strong> {point.words}
                  </span>
                </li>
              ))}
            </ul>
          </aside>
        )}
      </div>
    </Wrap>
  );
}
