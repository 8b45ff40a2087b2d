import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import './leaflet.css';
import type { Territory } from '@parvis/shared/rules/territory.ts';
import { gather } from './clusters.ts';
import { boundsOf, boundsOfTerritory, type LonLat } from './mercator.ts';

/** Tiles are fetched only where the operator configures them. */
export interface Tiles {
  readonly url: string;
  readonly attribution: string;
  readonly maxZoom?: number;
}

/** A point as the live map needs it. */
export interface LivePoint extends LonLat {
  readonly key: string;
  readonly label: string;
}

interface LiveMapOptions {
  readonly outline: Territory | null;
  readonly tiles: Tiles | null;
  readonly words: { readonly zoomIn: string; readonly zoomOut: string; readonly cluster: (count: number) => string };
  readonly onSelect?: (keys: readonly string[]) => void;
  readonly onPick?: (place: LonLat) => void;
}

const nearPx = 40;

/**
 * A Leaflet map in an element: the outline and points on canvas, near ones gathered; colours come from the page's tokens and follow its
 * scheme. Leaflet sets styles through the CSSOM, which the policy allows. On touch screens one finger scrolls the page, two move the map.
 */
export class LiveMap {
  private readonly map: L.Map;
  private readonly ground = L.layerGroup();
  private readonly marks = L.layerGroup();
  private readonly canvas = L.canvas({ padding: 0.3, tolerance: 8 });
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private points: readonly LivePoint[] = [];
  private chosen: readonly string[] = [];
  private picked: LonLat | null = null;
  private isGone = false;

  constructor(
    private readonly element: HTMLElement,
    private readonly options: LiveMapOptions,
  ) {
    const { tiles, words } = options;
    this.map = L.map(element, {
      zoomControl: false,
      attributionControl: tiles !== null,
      dragging: !L.Browser.mobile,
      scrollWheelZoom: false,
      zoomSnap: 0.25,
      minZoom: 2,
      maxZoom: tiles?.maxZoom ?? 18,
      renderer: this.canvas,
      fadeAnimation: false,
    });
    L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut, position: 'topright' }).addTo(this.map);
    this.map.attributionControl?.setPrefix(false);
    if (tiles) L.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: tiles.maxZoom ?? 18 }).addTo(this.map);
    this.ground.addTo(this.map);
    this.marks.addTo(this.map);
    this.map.on('focus', () => this.map.scrollWheelZoom.enable());
    this.map.on('blur', () => this.map.scrollWheelZoom.disable());
    this.map.on('zoomend', () => this.drawMarks());
    this.map.on('click', ({ latlng }) => (options.onPick ? this.pick({ lon: latlng.lng, lat: latlng.lat }) : options.onSelect?.([])));
    element.addEventListener('keydown', this.onKey);
    this.dark.addEventListener('change', this.redraw);
    this.frame();
    this.redraw();
  }

  /** Shows these points instead of those before. */
  setPoints(points: readonly LivePoint[]): void {
    if (this.isGone) return;
    const wasEmpty = this.points.length === 0;
    this.points = points;
    if (wasEmpty && !this.options.outline) this.frame();
    this.drawMarks();
  }

  /** Marks points as chosen. */
  setChosen(keys: readonly string[]): void {
    if (this.isGone) return;
    this.chosen = keys;
    this.drawMarks();
  }

  /** Shows the picked place, and moves there when it is out of sight. */
  setPicked(place: LonLat | null): void {
    if (this.isGone) return;
    this.picked = place;
    if (place && !this.map.getBounds().contains([place.lat, place.lon]))
      this.map.setView([place.lat, place.lon], Math.max(this.map.getZoom(), 14));
    this.drawMarks();
  }

  /** Takes the map out. A page that renders at this very moment may still hold it: what it asks from then on does nothing. */
  destroy(): void {
    this.isGone = true;
    this.element.removeEventListener('keydown', this.onKey);
    this.dark.removeEventListener('change', this.redraw);
    this.map.remove();
  }

  private readonly redraw = (): void => {
    this.ground.clearLayers();
    if (this.options.outline)
      L.geoJSON(this.options.outline, {
        interactive: false,
        style: {
          color: this.token('--accent'),
          weight: 2.5,
          fillColor: this.options.tiles ? this.token('--accent') : this.token('--card'),
          fillOpacity: this.options.tiles ? 0.05 : 1,
        },
      }).addTo(this.ground);
    this.drawMarks();
  };

  /** Enter picks what stands under the cross in the middle. */
  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !this.options.onPick || event.target !== this.element) return;
    event.preventDefault();
    const { lng, lat } = this.map.getCenter();
    this.pick({ lon: lng, lat });
  };

  private pick({ lon, lat }: LonLat): void {
    const six = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
    this.options.onPick?.({ lon: six(lon), lat: six(lat) });
  }

  private frame(): void {
    const bounds = (this.options.outline && boundsOfTerritory(this.options.outline)) ?? boundsOf(this.points);
    if (!bounds) return void this.map.setView([46.6, 2.4], 5);
    const box = L.latLngBounds([bounds.south, bounds.west], [bounds.north, bounds.east]);
    this.map.fitBounds(box, { padding: [16, 16], maxZoom: 16, animate: false });
    this.map.setMaxBounds(box.pad(0.6));
    if (!this.options.tiles) this.map.setMaxZoom(this.map.getZoom() + 4); // nearer, nothing but empty ground would be seen
  }

  private drawMarks(): void {
    this.marks.clearLayers();
    for (const { x, y, members } of gather(this.points, ({ lon, lat }) => this.map.project([lat, lon]), nearPx)) {
      if (members.length === 1) this.drawPoint(members[0]!);
      else this.drawCluster(this.map.unproject([x, y]), members);
    }
    if (this.picked)
      this.dot(this.picked, { radius: 11, color: this.token('--card'), weight: 3, fillColor: this.token('--accent'), interactive: false });
  }

  private drawPoint(point: LivePoint): void {
    const isChosen = this.chosen.includes(point.key);
    this.dot(point, {
      radius: isChosen ? 11 : 8,
      color: this.token(isChosen ? '--ink' : '--card'),
      weight: isChosen ? 4 : 2,
      fillColor: this.token('--accent'),
      bubblingMouseEvents: false,
    })
      .bindTooltip(textNode(point.label), { direction: 'top', offset: [0, -8] })
      .on('click', () => this.options.onSelect?.([point.key]));
  }

  private dot({ lon, lat }: LonLat, options: L.CircleMarkerOptions): L.CircleMarker {
    return L.circleMarker([lat, lon], { fillOpacity: 1, renderer: this.canvas, ...options }).addTo(this.marks);
  }

  private drawCluster(at: L.LatLng, members: readonly LivePoint[]): void {
    const marker = L.marker(at, {
      icon: L.divIcon({ className: 'map-cluster', html: textNode(String(members.length)), iconSize: [38, 38] }),
      bubblingMouseEvents: false,
    }).addTo(this.marks);
    marker.getElement()?.setAttribute('aria-label', this.options.words.cluster(members.length));
    marker.on('click keypress', () => {
      const box = boundsOf(members)!;
      const isSpread = box.east - box.west + (box.north - box.south) > 1e-5 && this.map.getZoom() < this.map.getMaxZoom();
      if (isSpread)
        this.map.fitBounds(
          [
            [box.south, box.west],
            [box.north, box.east],
          ],
          { padding: [60, 60], maxZoom: Math.min(this.map.getZoom() + 2, this.map.getMaxZoom()) },
        );
      else this.options.onSelect?.(members.map((point) => point.key));
    });
  }

  private token(name: string): string {
    return getComputedStyle(this.element).getPropertyValue(name).trim();
  }
}

/** Text as an element, so that Leaflet never reads it as HTML. */
function textNode(text: string): HTMLElement {
  const node = document.createElement('span');
  node.textContent = text;
  return node;
}
