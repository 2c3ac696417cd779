/** Nothing this process or one started by it does is told to the makers of Astro. */
export const withoutTelemetry = (): void => {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
};
