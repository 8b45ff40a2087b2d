import { useRef, useState } from 'react';
import { type AdminActivity, type AdminConsultation } from '@parvis/shared/contracts/consultation-admin.ts';
import { orderActivities, removeActivity, saveActivity } from '@parvis/shared/contracts/consultation-activities.ts';
import { screensOf } from '../../../activities/screens.ts';
import { call } from '../../../platform/call.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { SubmitBar } from '../../../ui/form/SubmitBar.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { Meta } from '../../../ui/PageTitle.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { Row } from '../../../ui/Stack.tsx';
import { useToast } from '../../../ui/Toast.tsx';
import fr from '../messages/fr.json';
import { useEditing } from '../queries.ts';

const t = messagesOf(fr);

/** One way of taking part: its words, its address, the settings of its kind, its place among the others. */
export function ActivityForm({ consultation, activity, at }: { consultation: AdminConsultation; activity: AdminActivity; at: number }) {
  const say = useToast();
  const { id: consultationId, state, activities } = consultation;
  const readAt = useRef(consultation.updatedAt);
  const [isAsking, setAsking] = useState(false);
  const isDraft = state === 'draft';
  const screens = screensOf(activity.kind);
  const params = { consultationId, activityId: activity.id };
  const save = useEditing(
    (values: FormValues) =>
      call(saveActivity, {
        params,
        body: {
          title: values.text('title'),
          slug: values.text('slug'),
          intro: values.text('intro'),
          settings: screens ? screens.settingsFrom(values.data) : activity.settings,
          reason: values.text('reason'),
          updatedAt: readAt.current,
        },
      }),
    (saved) => {
      readAt.current = saved.updatedAt;
      say(t('saved'));
    },
  );
  const remove = useEditing(
    (reason: string) => call(removeActivity, { params, query: { reason: reason || undefined } }),
    () => say(t('activity.removed')),
  );
  const move = useEditing(
    (to: number) => {
      const ids = activities.map((one) => one.id).filter((one) => one !== activity.id);
      return call(orderActivities, {
        params: { consultationId },
        body: { activityIds: [...ids.slice(0, to), activity.id, ...ids.slice(to)] },
      });
    },
    (saved) => {
      readAt.current = saved.updatedAt;
    },
  );
  return (
    <Card as="section" aria-label={activity.title}>
      <Row spread>
        <div>
          <h2>{activity.title}</h2>
          <Meta>
            <span>{screens?.words.name ?? activity.kind}</span>
            {activity.contributions > 0 && <span>{t('activity.contributions', { count: activity.contributions })}</span>}
          </Meta>
        </div>
        {activities.length > 1 && (
          <Row gap={2}>
            <Button
              look="plain"
              size="small"
              disabled={at === 0}
              onClick={() => move.mutate(at - 1)}
              aria-label={t('activity.up', { title: activity.title })}
            >
              {t('up')}
            </Button>
            <Button
              look="plain"
              size="small"
              disabled={at === activities.length - 1}
              onClick={() => move.mutate(at + 1)}
              aria-label={t('activity.down', { title: activity.title })}
            >
              {t('down')}
            </Button>
          </Row>
        )}
      </Row>
      <ProblemNote problem={move.error ?? (isAsking ? null : remove.error)} />
      <Disclosure summary={t('activity.settings')} open={activities.length === 1}>
        <Form problem={save.error} onSubmit={save.mutate} aria-label={t('activity.settings.of', { title: activity.title })}>
          <TextField name="title" label={t('field.activity.title')} required maxLength={120} defaultValue={activity.title} />
          <TextArea
            name="intro"
            label={t('field.activity.intro')}
            help={t('field.activity.intro.help')}
            max={1_000}
            rows={2}
            defaultValue={activity.intro}
          />
          {screens ? <screens.SettingsFields settings={activity.settings} /> : <p>{t('activity.unknown')}</p>}
          <TextField
            name="slug"
            label={t('field.slug')}
            help={t('field.activity.slug.help', { slug: consultation.slug })}
            required
            maxLength={80}
            defaultValue={activity.slug}
            spellCheck={false}
          />
          {!isDraft && <TextField name="reason" label={t('reason')} help={t('reason.help')} required maxLength={500} />}
          <SubmitBar>
            <Button type="submit" loading={save.isPending}>
              {t('save')}
            </Button>
            <Button
              look="danger"
              icon="trash"
              disabled={activity.contributions > 0}
              {...(activity.contributions > 0 && { reason: t('activity.used') })}
              onClick={() => setAsking(true)}
            >
              {t('activity.remove')}
            </Button>
          </SubmitBar>
        </Form>
      </Disclosure>
      <Dialog open={isAsking} onClose={() => setAsking(false)} title={t('activity.remove.title', { title: activity.title })}>
        <Form
          problem={remove.error}
          warn={false}
          onSubmit={(values) => remove.mutate(values.text('reason'))}
          aria-label={t('activity.remove')}
        >
          <p>{t('activity.remove.detail')}</p>
          {!isDraft && <TextField name="reason" label={t('reason')} help={t('reason.help')} required maxLength={500} />}
          <SubmitBar>
            <Button type="submit" look="danger" loading={remove.isPending}>
              {t('activity.remove')}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t('cancel')}
            </Button>
          </SubmitBar>
        </Form>
      </Dialog>
    </Card>
  );
}
