import type { ReactNode } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useQueryString } from '../../../platform/router/router.tsx';
import type { MyAccount } from '@parvis/shared/contracts/my-account.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { definePage } from '../../../platform/page.ts';
import { Card } from '../../../ui/Card.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { DateText } from '../../../ui/DateText.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { Wrap } from '../../../ui/Wrap.tsx';
import { DataSection } from '../components/DataSection.tsx';
import { EmailSection } from '../components/EmailSection.tsx';
import { FactorSection } from '../components/FactorSection.tsx';
import { PasswordSection } from '../components/PasswordSection.tsx';
import { ProfileSection } from '../components/ProfileSection.tsx';
import { SessionsSection } from '../components/SessionsSection.tsx';
import fr from '../messages/fr.json';
import { myAccountQuery, sessionsQuery } from '../queries.ts';
import styles from '../components/Sections.module.css';

const t = messagesOf(fr);

function AccountPage() {
  const { data: account } = useSuspenseQuery(myAccountQuery());
  const search = useQueryString();
  const parts: readonly (readonly [id: string, title: string, content: ReactNode])[] = [
    ['profil', t('profile.title'), <ProfileSection account={account} />],
    ['adresse', t('email.title'), <EmailSection account={account} />],
    ['mot-de-passe', t('password.title'), <PasswordSection />],
    ['double-authentification', t('factor.title'), <FactorSection factor={account.secondFactor} />],
    ['appareils', t('sessions.title'), <SessionsSection />],
    ...(account.roles.length > 0 ? [['roles', t('roles.title'), <Roles roles={account.roles} />] as const] : []),
    ['donnees', t('data.title'), <DataSection />],
  ];
  return (
    <Wrap className={styles.top ?? ''}>
      <PageTitle
        meta={
          <>
            <span>{t.rich('account.since', { date: <DateText date={account.createdAt} /> })}</span>
            <span>
              <Link to={addresses.myContributions}>{t('account.contributions')}</Link>
            </span>
            <span>
              <Link to={addresses.notifications}>{t('account.notifications')}</Link>
            </span>
          </>
        }
      >
        {t('account.title')}
      </PageTitle>
      <div className={styles.page}>
        <nav className={styles.nav} aria-label={t('account.nav')}>
          <ul>
            {parts.map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.sections}>
          {search.has('enregistre') && (
            <Notice tone="success" role="status">
              {t('saved')}
            </Notice>
          )}
          {account.secondFactor.isAsked && !account.secondFactor.isOn && (
            <Notice tone="wait" title={t('factor.asked.title')} actions={<Link to="/compte/second-facteur">{t('factor.set-up')}</Link>}>
              {t('factor.asked')}
            </Notice>
          )}
          {parts.map(([id, title, content]) => (
            <Card key={id} className={styles.section} id={id}>
              <Section title={title}>
                <Stack>{content}</Stack>
              </Section>
            </Card>
          ))}
        </div>
      </div>
    </Wrap>
  );
}

/** What the town has asked the person to do here. */
function Roles({ roles }: { roles: MyAccount['roles'] }) {
  const title = roles.find((one) => one.title)?.title;
  return (
    <>
      <p>{t('roles.words')}</p>
      <p className={styles.roles}>
        {roles.map((one) => (
          <Chip key={one.role} tone="accent">
            {t(`role.${one.role}`)}
          </Chip>
        ))}
      </p>
      {title && <p>{t('roles.signed', { title })}</p>}
    </>
  );
}

export default definePage({
  needs: 'account',
  load: () => [myAccountQuery(), sessionsQuery()],
  head: () => ({ title: t('account.title'), unlisted: true }),
  Page: AccountPage,
});
