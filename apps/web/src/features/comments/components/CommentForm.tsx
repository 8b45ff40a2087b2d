import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from '../../../platform/router/router.tsx';
import { commentMaxLength, type Debate } from '@parvis/shared/contracts/comments.ts';
import { stances } from '@parvis/shared/rules/words.ts';
import { addresses } from '../../../platform/addresses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { RadioGroup } from '../../../ui/form/RadioGroup.tsx';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../writing/messages/fr.json';
import { useAddComment } from '../queries.ts';

const t = messagesOf(fr);

/** « Donner un argument »: three positions, none of them chosen for the reader, and a text. Where comments are closed, the reason stands here. */
export function CommentForm({ subjectId, debate }: { subjectId: string; debate: Debate }) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const say = useToast();
  const add = useAddComment(subjectId);
  const [sent, setSent] = useState(0);
  const next = useRef('');
  // The form begins anew and its button is gone: the focus goes on to what was just written, as soon as it stands on the page.
  useEffect(() => {
    const place = next.current && document.getElementById(next.current);
    if (!place) return;
    next.current = '';
    place.focus();
  });
  if (debate.refusal?.code === 'sign-in-required') {
    return (
      <Notice
        title={t('form.title')}
        actions={
          <LinkButton look="quiet" to={addresses.signIn(`${pathname}#arguments`)}>
            {t('form.signIn')}
          </LinkButton>
        }
      >
        {debate.refusal.detail}
      </Notice>
    );
  }
  if (debate.refusal) {
    const isClosed = debate.refusal.code === 'phase-closed'; // nobody has tried anything: its detail would say that nothing was kept
    return <Notice title={t('form.title')}>{isClosed ? t('form.closed') : debate.refusal.detail}</Notice>;
  }
  return (
    <Card as="section" aria-labelledby="donner-un-argument">
      <h3 id="donner-un-argument" tabIndex={-1}>
        {t('form.title')}
      </h3>
      <Form
        key={sent}
        problem={add.error}
        draft={`comment-${subjectId}`}
        aria-labelledby="donner-un-argument"
        onSubmit={(values) =>
          add.mutate(
            { text: values.text('text'), stance: values.choice('stance', stances) ?? ('' as 'neutral') },
            {
              onSuccess: (made) => {
                next.current = made.publication === 'published' ? `c-${made.id}` : 'donner-un-argument';
                setSent(sent + 1);
                say(t(debate.moderatedBefore ? 'sent.before' : 'sent'));
                if (made.publication === 'published') navigate({ pathname, search: `?commentaire=${made.id}`, hash: `#c-${made.id}` });
              },
            },
          )
        }
      >
        <RadioGroup
          name="stance"
          label={t('form.stance')}
          layout="inline"
          required
          options={stances.map((stance) => ({ value: stance, label: t(`stance.${stance}`) }))}
        />
        <TextArea
          name="text"
          label={t('form.text')}
          help={t(debate.moderatedBefore ? 'form.text.before' : 'form.text.help')}
          max={commentMaxLength}
          rows={4}
          required
        />
        <SubmitBar>
          <Button type="submit" loading={add.isPending}>
            {t(debate.moderatedBefore ? 'form.send.before' : 'form.send')}
          </Button>
        </SubmitBar>
      </Form>
    </Card>
  );
}
