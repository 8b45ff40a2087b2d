import { Injectable } from '@nestjs/common';
import type { ActivityRoom } from './activity-room.ts';

/** The kinds that this server knows; each kind's module registers itself when it starts. */
@Injectable()
export class ActivityRegistry {
  private readonly rooms = new Map<string, ActivityRoom>();

  register(room: ActivityRoom): void {
    if (this.rooms.has(room.kind.name)) throw new Error(`The kind ${room.kind.name} is registered twice.`);
    this.rooms.set(room.kind.name, room);
  }

  /** @throws when no room serves the kind: an activity of a kind that was uninstalled cannot be shown */
  roomOf(kind: string): ActivityRoom {
    const room = this.rooms.get(kind);
    if (!room) throw new Error(`No room serves the kind ${kind}.`);
    return room;
  }

  /** The room that owns a kind of contribution; null for kinds of the core (comments). */
  ownerOf(contributionKind: string): ActivityRoom | null {
    return this.all().find((room) => room.kind.contributionKinds.includes(contributionKind)) ?? null;
  }

  all(): readonly ActivityRoom[] {
    return [...this.rooms.values()];
  }
}
