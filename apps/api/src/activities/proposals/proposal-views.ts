import type { Permission, PictureView } from '@parvis/shared/activities/proposals/contract.ts';
import { fileUrl } from '../../core/files/index.ts';
import type { DomainError, Town } from '../../platform/http/index.ts';
import type { PictureRow } from './proposals.queries.ts';

/** A policy's verdict as answers tell it. */
export function permission(refusal: DomainError | null): Permission {
  return { allowed: refusal === null, reason: refusal?.code ?? null };
}

/** The address lies below the town's base; whether the reader may have the file is decided when it is asked for. */
export function pictureOf(town: Pick<Town, 'base'>, row: PictureRow): PictureView {
  return { fileId: row.id, url: fileUrl(town, row), alt: row.alt, width: row.width, height: row.height };
}

/** Where, as answers tell it. */
export function placeOf({ lon, lat, address }: { readonly lon: number | null; readonly lat: number | null; readonly address: string }) {
  return { point: lon === null || lat === null ? null : { lon, lat }, address };
}
