import { Link } from '../../../platform/router/router.tsx';
import type { ContributionCard } from '@parvis/shared/contracts/contributions.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { AuthorName } from '../../contributions/components/AuthorName.tsx';
import fr from '../messages/fr.json';
import styles from './SubjectList.module.css';

const t = messagesOf(fr);

/** What an answer is about: up to three contributions, and how many more there are. */
export function SubjectList({ title, subjects, count }: { title: string; subjects: readonly ContributionCard[]; count: number }) {
  return (
    <div className={styles.said}>
      <p className={styles.title}>{title}</p>
      <ul>
        {subjects.map((subject) => (
          <li key={subject.id}>
            <Link to={subject.path}>
              <TownWords>{subject.title}</TownWords>
            </Link>{' '}
            <small>
              <AuthorName author={subject.author} />
            </small>
          </li>
        ))}
      </ul>
      {count > subjects.length && <p className={styles.more}>{t('answers.more-subjects', { count: count - subjects.length })}</p>}
    </div>
  );
}
