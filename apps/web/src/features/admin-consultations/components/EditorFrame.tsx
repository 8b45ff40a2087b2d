import type { ReactNode } from 'react';
import { Link } from '../../../platform/router/router.tsx';
import type { AdminConsultation } from '@parvis/shared/contracts/consultation-admin.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { TownWords } from '../../../platform/town-words.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Crumbs } from '../../../ui/Crumbs.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { StageChip } from '../../consultations/components/StageChip.tsx';
import fr from '../messages/fr.json';
import { sectionOf, sectionPath, sections, type SectionCode } from '../sections.ts';
import styles from './EditorFrame.module.css';

const t = messagesOf(fr);

/** What surrounds every part of the preparation: which consultation, how far, and the way to the other parts. */
export function EditorFrame({
  consultation,
  section,
  children,
}: {
  consultation: AdminConsultation;
  section: SectionCode;
  children: ReactNode;
}) {
  const { id, slug, title, state, visibility, phases } = consultation;
  const stage = {
    state,
    stage: consultation.stage,
    opensAt:
      phases
        .filter((phase) => phase.opens.length > 0)
        .map((phase) => phase.startsAt)
        .sort()[0] ?? null,
    closesAt: null,
  };
  return (
    <Wrap>
      <Crumbs
        crumbs={[
          { label: t('crumb.admin'), to: addresses.administration },
          { label: t('crumb.consultations'), to: '/admin/consultations' },
          { label: <TownWords>{title}</TownWords> },
        ]}
      />
      <PageTitle
        above={
          <>
            <StageChip consultation={stage} />
            {visibility === 'invited' && <Chip icon="lock">{t('invited')}</Chip>}
          </>
        }
        actions={
          <Link to={`${addresses.consultations}/${slug}`} className={styles.see}>
            <Icon name="eye" />
            {t(state === 'draft' ? 'see.draft' : 'see')}
          </Link>
        }
      >
        <TownWords>{title}</TownWords>
      </PageTitle>
      <Stack gap={6}>
        <Tabs
          label={t('sections')}
          tabs={sections.map((one) => ({
            to: sectionPath(id, one),
            current: one === section,
            label: (
              <>
                {state === 'draft' && <Done consultation={consultation} section={one} />}
                {t(`section.${one}`)}
              </>
            ),
          }))}
        />
        {children}
      </Stack>
    </Wrap>
  );
}

/** A tick before a part that lacks nothing; the publication itself has none. */
function Done({ consultation: { checklist }, section }: { consultation: AdminConsultation; section: SectionCode }) {
  if (section === 'publish') return null;
  const isDone = checklist.every((one) => one.isDone || sectionOf[one.code] !== section);
  if (!isDone)
    return (
      <span className={styles.todo}>
        <VisuallyHidden>{t('section.todo')}</VisuallyHidden>
      </span>
    );
  return (
    <span className={styles.done}>
      <Icon name="check" />
      <VisuallyHidden>{t('section.done')}</VisuallyHidden>
    </span>
  );
}
