import { useId, type ReactNode } from 'react';
import type { ResponseView } from '@parvis/shared/contracts/responses.ts';
import { formatNumber, messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Card } from '../../../ui/Card.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Meta } from '../../../ui/PageTitle.tsx';
import { RichText } from '../../../ui/rich/RichText.tsx';
import { Row, Stack } from '../../../ui/Stack.tsx';
import { StatusChip } from '../../contributions/components/StatusChip.tsx';
import fr from './messages/fr.json';
import { CommitmentCard } from './CommitmentCard.tsx';
import styles from './OfficialResponse.module.css';

const t = messagesOf(fr);

interface OfficialResponseProps {
  response: ResponseView;
  /** Above the answer: what it is about. */
  children?: ReactNode;
  level?: 2 | 3;
}

/** The town's answer: its decision first, the reasons, the documents, and what was promised with dates. */
export function OfficialResponse({ response, children, level = 2 }: OfficialResponseProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <Card as="article" look="marked" aria-labelledby={id} id={`reponse-${response.id}`}>
      {children}
      <Row spread>
        <Heading id={id} className={styles.title}>
          <Icon name="hall" /> {t('response.official')}
        </Heading>
        <StatusChip status={response.status} />
      </Row>
      <RichText html={response.bodyHtml} size="large" />
      <Meta>
        <strong>
          <TownWords>{response.signedAs}</TownWords>
        </strong>
        {response.publishedAt && (
          <span>
            <DateText date={response.publishedAt} />
          </span>
        )}
        {response.activityTitle && <span>{t.rich('answers.activity', { title: <TownWords>{response.activityTitle}</TownWords> })}</span>}
      </Meta>
      {response.documents.length > 0 && (
        <div>
          <p className={styles.part}>{t('response.documents')}</p>
          <ul className={styles.documents}>
            {response.documents.map((file) => (
              <li key={file.id}>
                <a href={file.url}>
                  <Icon name="page" /> <TownWords>{file.title}</TownWords>
                </a>{' '}
                <small>
                  PDF, {t('response.size', { size: formatNumber(Math.max(1, Math.round(file.bytes / 1000))) })}
                  {file.pages !== null && `, ${t('response.pages', { count: file.pages })}`}
                </small>
              </li>
            ))}
          </ul>
        </div>
      )}
      {response.commitments.length > 0 && (
        <Stack as="section" gap={4} className={styles.promises} aria-labelledby={`${id}-promises`}>
          <p id={`${id}-promises`} className={styles.part}>
            {t('response.commitments')}
          </p>
          {response.commitments.map((commitment) => (
            <CommitmentCard key={commitment.id} commitment={commitment} level={level === 2 ? 3 : 4} />
          ))}
        </Stack>
      )}
    </Card>
  );
}
