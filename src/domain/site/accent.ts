/**
 * The tones of an accent colour on the paper of the house, light and dark. Contrast as WCAG 2.2
 * measures it: 4.5 for text. Colours are `#rrggbb`.
 */

/** The grounds text stands on, from `styles/tokens.css`. */
const grounds = {
  light: ['#fbf9f5', '#fffefb', '#f1ede3'],
  dark: ['#191613', '#211d19', '#2a2520'],
} as const;
const [lightPaper] = grounds.light;
const [darkPaper] = grounds.dark;

/** On tones that are deep in the light and bright in the dark. */
const onTone = { light: '#ffffff', dark: '#14110f' } as const;

const readable = 4.5;

type Channels = readonly [number, number, number];

const channelsOf = (colour: string): Channels => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

const colourOf = (channels: readonly number[]): string =>
  `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** So much of one colour over another: 1 is the first alone. */
export function mix(colour: string, share: number, ground: string): string {
  const [over, under] = [channelsOf(colour), channelsOf(ground)];
  const mixed = (at: 0 | 1 | 2): number => over[at] * share + under[at] * (1 - share);
  return colourOf([mixed(0), mixed(1), mixed(2)]);
}

function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1, the same, to 21, black and white. */
export function contrast(one: string, other: string): number {
  const [first, second] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return Math.max(first / second, second / first);
}

/** The least contrast of text in this colour with what it stands on, or of what stands on it. */
export const leastContrast = (accent: string): number =>
  Math.min(
    ...[...grounds.light, tintOf(accent)].map((ground) => contrast(accent, ground)),
    contrast(onTone.light, accent),
  );

export const isReadable = (accent: string): boolean => leastContrast(accent) >= readable;

const tintOf = (accent: string): string => mix(accent, 0.09, lightPaper);
const darkTintOf = (accent: string): string => mix(accent, 0.14, darkPaper);

/** The same colour for dark paper: mixed with white until it can be read there. */
function inTheDark(accent: string): string {
  // Nearly white is clear on dark paper, whatever the accent.
  for (let white = 0.3; ; white += 0.02) {
    const colour = mix('#ffffff', white, accent);
    const isClear = [...grounds.dark, darkTintOf(colour)].every(
      (ground) => contrast(colour, ground) >= readable,
    );
    if (isClear && contrast(onTone.dark, mix(colour, 0.88, darkPaper)) >= readable) return colour;
  }
}

/** The deepest tone below the accent itself that text can still stand on. */
function deepTone(accent: string): string {
  for (let share = 0.84; share < 1; share += 0.02) {
    const tone = mix(accent, share, lightPaper);
    if (contrast(onTone.light, tone) >= readable) return tone;
  }
  return accent;
}

/** Each role of the accent in `styles/tokens.css`, for light and dark paper. */
export function accentRoles(accent: string): readonly (readonly [string, string, string])[] {
  const dark = inTheDark(accent);
  return [
    ['accent', accent, dark],
    ['accent-soft', mix(accent, 0.4, lightPaper), mix(dark, 0.45, darkPaper)],
    ['accent-tint', tintOf(accent), darkTintOf(dark)],
    ['tone-1', mix(accent, 0.17, lightPaper), mix(dark, 0.22, darkPaper)],
    ['tone-2', mix(accent, 0.38, lightPaper), mix(dark, 0.36, darkPaper)],
    ['tone-3', deepTone(accent), mix(dark, 0.88, darkPaper)],
    ['tone-4', accent, dark],
  ];
}
