import { Link } from '../../../platform/router/router.tsx';
import type { ConsultationCard } from '@parvis/shared/contracts/consultations.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Card, cardLink } from '../../../ui/Card.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Meta } from '../../../ui/PageTitle.tsx';
import { Row } from '../../../ui/Stack.tsx';
import { deciderOf } from '../decider.ts';
import { Cover } from './Cover.tsx';
import { StageChip } from './StageChip.tsx';
import fr from '../messages/fr.json';
import styles from './ConsultationTile.module.css';

const t = messagesOf(fr);

interface ConsultationTileProps {
  consultation: ConsultationCard;
  /** `wide` sets the picture beside the words: the one consultation of a page. */
  look?: 'tile' | 'wide';
  level?: 2 | 3;
  /** Above the fold: its picture is fetched before the rest. */
  first?: boolean;
}

/** A consultation in a list: what is asked, how long, who decides. The whole card leads to it. */
export function ConsultationTile({ consultation, look = 'tile', level = 3, first = false }: ConsultationTileProps) {
  const { slug, title, question, summary, visibility, stage, closesAt, decidedBy, decidedOn, people, cover } = consultation;
  const Heading = `h${level}` as const;
  const words = summary || (question === title ? '' : question);
  return (
    <Card
      as="article"
      look={look === 'wide' ? 'lifted' : 'plain'}
      linked
      className={classNames(look === 'wide' ? styles.wide : styles.tile, look === 'tile' && !cover && styles.bare)}
    >
      {(cover || look === 'wide') && <Cover cover={cover} decorative first={first} className={styles.cover} />}
      <div className={styles.words}>
        <Row gap={2}>
          <StageChip consultation={consultation} />
          {visibility === 'invited' && <Chip icon="lock">{t('invited.chip')}</Chip>}
        </Row>
        <Heading className={styles.title}>
          <Link className={cardLink} to={`${addresses.consultations}/${slug}`}>
            <TownWords>{title}</TownWords>
          </Link>
        </Heading>
        {words && (
          <p className={styles.summary}>
            <TownWords>{words}</TownWords>
          </p>
        )}
        <Meta>
          {stage === 'open' && closesAt && <span>{t.rich('tile.until', { date: <DateText date={closesAt} form="day" end /> })}</span>}
          {decidedBy && (
            <span>
              {decidedOn
                ? t.rich('tile.decides', {
                    who: <TownWords>{deciderOf(decidedBy).who}</TownWords>,
                    date: <DateText date={decidedOn} form="day" />,
                  })
                : t.rich('tile.decides.undated', { who: <TownWords>{deciderOf(decidedBy).who}</TownWords> })}
            </span>
          )}
          {people > 0 && <span>{t('tile.people', { count: people })}</span>}
        </Meta>
      </div>
    </Card>
  );
}
