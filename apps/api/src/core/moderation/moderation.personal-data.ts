import { personalData } from '../participants/index.ts';
import { emptyFlagsAndAppeals, readAppealsOf, readFlagsOf } from './flags.queries.ts';

personalData({
  name: 'flags',
  read: (db, person) => readFlagsOf(db, person.municipalityId, person.participantId),
  erase: (tx, person) => emptyFlagsAndAppeals(tx, person.municipalityId, person.participantId),
});
personalData({ name: 'appeals', read: (db, person) => readAppealsOf(db, person.municipalityId, person.participantId) });
