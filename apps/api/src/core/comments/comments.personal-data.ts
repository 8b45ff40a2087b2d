import { personalData } from '../participants/index.ts';
import { emptyComments, readCommentsOf } from './comments.queries.ts';

personalData({
  name: 'comments',
  read: (db, person) => readCommentsOf(db, person.municipalityId, person.participantId),
  erase: async (tx, person, choice) => {
    if (choice.texts) await emptyComments(tx, person.municipalityId, person.participantId);
  },
});
