import { useState } from 'react';
import { messagesOf } from '../../../platform/messages.ts';
import { Problem } from '../../../platform/problem.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Count } from '../../../ui/Count.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextChanges } from '../../../ui/changes/TextChanges.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { LoadingState } from '../../../ui/LoadingState.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Section } from '../../../ui/Section.tsx';
import { CopyLink, ShareButton } from '../../../ui/ShareButton.tsx';
import { Grid, Row, Stack } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from './messages/fr.json';

const t = messagesOf(fr);
const closed = new Problem({ status: 409, code: 'phase-closed', title: t('problem.title'), detail: t('problem.detail') });
const signedOut = new Problem({ status: 401, code: 'sign-in-required', title: t('problem.401.title'), detail: t('problem.401.detail') });

/** Buttons, states, messages. */
export function PartSamples() {
  const say = useToast();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Section title={t('buttons')} look="band">
        <Stack>
          <Row>
            <Button>{t('support')}</Button>
            <Button look="quiet">{t('follow')}</Button>
            <Button look="plain" icon="pen">
              {t('edit')}
            </Button>
            <Button look="danger" icon="trash">
              {t('withdraw')}
            </Button>
            <LinkButton to="/dev/ui" icon="arrow-right">
              {t('go')}
            </LinkButton>
          </Row>
          <Row>
            <Button loading>{t('sending')}</Button>
            <Button size="small">{t('support')}</Button>
            <Button size="small" look="plain">
              {t('edit')}
            </Button>
            <Button onClick={() => say(t('saved'))} look="plain">
              {t('toast')}
            </Button>
            <CopyLink />
            <ShareButton title={t('title')} />
          </Row>
          <Button disabled reason={t('closed.reason')}>
            {t('support')}
          </Button>
          <Row>
            <Button look="plain" onClick={() => setAsking(true)}>
              {t('dialog.open')}
            </Button>
            <Menu label={t('menu')} align="start">
              <p>{t('menu.inside')}</p>
            </Menu>
          </Row>
        </Stack>
        <Dialog
          open={isAsking}
          onClose={() => setAsking(false)}
          title={t('dialog.title')}
          actions={
            <>
              <Button look="danger" onClick={() => setAsking(false)}>
                {t('withdraw')}
              </Button>
              <Button look="plain" onClick={() => setAsking(false)}>
                {t('cancel')}
              </Button>
            </>
          }
        >
          <p>{t('dialog.text')}</p>
        </Dialog>
      </Section>
      <Section title={t('states')} look="band">
        <Stack>
          <Row gap={2}>
            <Chip tone="open" live>
              {t('state.open')}
            </Chip>
            <Chip tone="open">{t('state.accepted')}</Chip>
            <Chip tone="wait">{t('state.study')}</Chip>
            <Chip tone="no">{t('state.refused')}</Chip>
            <Chip tone="accent" icon="place">
              {t('place')}
            </Chip>
            <Chip>{t('state.submitted')}</Chip>
          </Row>
          <Row gap={5}>
            <Count value={8412} unit={t('people')} size="large" />
            <Count value={347} unit={t('supports')} />
            <Avatar name="Sylvie Arnoux" />
            <Avatar name="Léo P." size="small" />
            <span>
              <Kbd>G</Kbd> <Kbd>C</Kbd>
            </span>
          </Row>
          <Progress value={0.25} label={t('progress')} />
        </Stack>
      </Section>
      <Section title={t('notices')} look="band">
        <Stack>
          <Notice title={t('notice.info.title')}>{t('notice.info')}</Notice>
          <Notice
            tone="wait"
            actions={
              <Button size="small" look="plain">
                {t('edit')}
              </Button>
            }
          >
            {t('notice.wait')}
          </Notice>
          <Notice tone="success">{t('saved')}</Notice>
          <ProblemNote problem={closed} />
          <ProblemNote problem={signedOut} />
          <Grid columns={2}>
            <EmptyState title={t('empty.title')} action={<Button>{t('empty.act')}</Button>}>
              {t('empty.text')}
            </EmptyState>
            <LoadingState bare />
          </Grid>
          <TextChanges before={t('text.short')} after={t('text.changed')} />
          <Disclosure summary={t('disclosure')}>
            <p>{t('text.short')}</p>
          </Disclosure>
          <Disclosure summary={t('disclosure')} look="boxed" open>
            <p>{t('text.short')}</p>
          </Disclosure>
        </Stack>
      </Section>
    </>
  );
}
