import { useRef, useState } from 'react';
import type { CommitmentView } from '@parvis/shared/contracts/responses.ts';
import { messagesOf } from '../../../platform/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateField } from '../../../ui/form/DateField.tsx';
import { Fieldset } from '../../../ui/form/Fieldset.tsx';
import type { FormValues } from '../../../ui/form/form-values.ts';
import { TextField } from '../../../ui/form/TextField.tsx';
import { Row, Stack } from '../../../ui/Stack.tsx';
import fr from '../messages/fr.json';

const t = messagesOf(fr);
interface Line {
  readonly key: number;
  readonly known: CommitmentView | null;
  readonly steps: number;
}
const euros = (cents: number | null | undefined): string => (cents === null || cents === undefined ? '' : String(cents / 100));

/** The promises of an answer in preparation: as many as are needed, each with its steps. */
export function CommitmentFields({ known }: { known: readonly CommitmentView[] }) {
  const next = useRef(known.length);
  const [lines, setLines] = useState<readonly Line[]>(() => known.map((one, key) => ({ key, known: one, steps: one.milestones.length })));
  const change = (key: number, steps: number): void => setLines((all) => all.map((one) => (one.key === key ? { ...one, steps } : one)));
  return (
    <Fieldset legend={t('compose.commitments')} help={t('compose.commitments.help')} name="commitments">
      {lines.map((line, at) => (
        <Fieldset key={line.key} legend={t('compose.commitment', { count: at + 1 })}>
          <TextField name={`commitments/${at}/title`} label={t('compose.commitment.title')} defaultValue={line.known?.title} required />
          <Row align="start">
            <DateField name={`commitments/${at}/dueOn`} label={t('compose.commitment.due')} defaultValue={line.known?.dueOn} required />
            <TextField
              name={`commitments/${at}/costCents`}
              label={t('compose.commitment.cost')}
              unit="€"
              inputMode="numeric"
              size="short"
              defaultValue={euros(line.known?.costCents)}
            />
            <TextField
              name={`commitments/${at}/votedCents`}
              label={t('compose.commitment.voted')}
              unit="€"
              inputMode="numeric"
              size="short"
              defaultValue={euros(line.known?.votedCents)}
            />
          </Row>
          {Array.from({ length: line.steps }, (_, step) => (
            <Row key={step} align="start">
              <TextField
                name={`commitments/${at}/milestones/${step}/title`}
                label={t('compose.step', { count: step + 1 })}
                defaultValue={line.known?.milestones[step]?.title}
                required
              />
              <DateField
                name={`commitments/${at}/milestones/${step}/dueOn`}
                label={t('compose.step.due', { count: step + 1 })}
                defaultValue={line.known?.milestones[step]?.dueOn}
                required
              />
            </Row>
          ))}
          <Row>
            <Button look="plain" size="small" icon="plus" onClick={() => change(line.key, line.steps + 1)}>
              {t('compose.step.add')}
            </Button>
            <Button look="plain" size="small" icon="trash" onClick={() => setLines((all) => all.filter((one) => one.key !== line.key))}>
              {t('compose.commitment.remove')}
            </Button>
          </Row>
        </Fieldset>
      ))}
      <Stack>
        <Row>
          <Button
            look="quiet"
            size="small"
            icon="plus"
            onClick={() => setLines((all) => [...all, { key: (next.current += 1), known: null, steps: 0 }])}
          >
            {t('compose.commitment.add')}
          </Button>
        </Row>
      </Stack>
    </Fieldset>
  );
}

const cents = (euro: number | null): number | null => (euro === null ? null : Math.round(euro * 100));

/** What was typed in `CommitmentFields`, as the API takes it; a step without words is left out. */
export function commitmentsFrom(values: FormValues) {
  const found = [];
  for (let at = 0; values.data.has(`commitments/${at}/title`); at += 1) {
    const milestones = [];
    for (let step = 0; values.data.has(`commitments/${at}/milestones/${step}/title`); step += 1) {
      const name = `commitments/${at}/milestones/${step}`;
      if (values.text(`${name}/title`) || values.text(`${name}/dueOn`))
        milestones.push({ title: values.text(`${name}/title`), dueOn: values.text(`${name}/dueOn`) });
    }
    found.push({
      title: values.text(`commitments/${at}/title`),
      dueOn: values.text(`commitments/${at}/dueOn`),
      milestones,
      costCents: cents(values.number(`commitments/${at}/costCents`)),
      votedCents: cents(values.number(`commitments/${at}/votedCents`)),
    });
  }
  return found;
}
