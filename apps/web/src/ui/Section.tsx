import { useId, type ReactNode } from 'react';
import type { To } from '../platform/router/location.ts';
import { Link } from '../platform/router/router.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import styles from './Section.module.css';

interface SectionProps {
  title: ReactNode;
  /** A sentence below the title. */
  lead?: ReactNode;
  /** A link at the other end of the header: all of what the section shows some of. */
  link?: { readonly to: To; readonly label: ReactNode };
  /** Instead of a link: buttons, a select. */
  actions?: ReactNode;
  level?: 2 | 3;
  /** `band` has the air of a page's part; `inner` stands inside a column. */
  look?: 'band' | 'inner';
  id?: string;
  children: ReactNode;
}

/** A part of a page with its title; named for those who jump from part to part. */
export function Section({ title, lead, link, actions, level = 2, look = 'inner', id, children }: SectionProps) {
  const titleId = useId();
  const Heading = `h${level}` as const;
  return (
    <section id={id} aria-labelledby={titleId} className={classNames(styles.section, styles[look])}>
      <header className={styles.header}>
        <div className={styles.words}>
          <Heading id={titleId}>{title}</Heading>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {link && (
          <Link to={link.to} className={styles.link}>
            {link.label}
            <Icon name="arrow-right" />
          </Link>
        )}
        {actions}
      </header>
      {children}
    </section>
  );
}
