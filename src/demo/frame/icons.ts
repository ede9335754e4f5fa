/** Tools and layer kinds, drawn for this page. */
export const ICONS = {
  move: 'M8 2v12M2 8h12M8 2 6 4M8 2l2 2M8 14l-2-2M8 14l2-2M2 8l2-2M2 8l2 2M14 8l-2-2M14 8l-2 2',
  marquee: 'M3 5V3h2M8 3h1M12 3h1v2M13 8v1M13 12v1h-2M8 13H7M4 13H3v-2M3 8V7',
  lasso:
    'M8 3c3.5 0 6 1.6 6 3.6S11.500 10 8 10 2 8.700 2 6.600 4.500 3 8 3M4.500 9.500c-1 .5-1 2 0 2.500s.5 2-.5 2',
  wand: 'm3 13 7-7M11 2v2M11 7v2M8 5h1M13 5h1',
  crop: 'M4 1v11h11M1 4h11v11',
  eyedropper: 'M10 3l3 3-7 7H3v-3zM9 4l3 3',
  brush: 'M13 2 7 9M7 9c-2 0-3 1-3 3 0 1-1 2-2 2 3 1 6-1 6-3z',
  stamp: 'M3 13h10M4 11h8V9H9V7c2-2 1-4-1-4S5 5 7 7v2H4z',
  gradient: 'M2 3h12v10H2zM5 3v10M8 3v10M10 3v10',
  text: 'M3 4V3h10v1M8 3v10M6 13h4',
  pen: 'M8 2l4 6-4 6-4-6zM8 2v7',
  hand: 'M5 8V4M7 7V3M9 7V3M11 8V5M5 8c-2-2-3 0-2 1l3 4h5c1-1 2-3 2-5',
  zoom: 'M7 2a5 5 0 1 0 0 10A5 5 0 0 0 7 2M11 11l3 3',
  eye: 'M1 8c3-5 11-5 14 0-3 5-11 5-14 0zM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  group: 'M1.500 4h4l1.500 2h7.500v7h-13z',
  curves: 'M2 2h12v12H2zM2 14C7 13 8 3 14 2',
  hueSaturation: 'M2 4h12M2 8h12M2 12h12M5 3v2M10 7v2M7 11v2',
  colorBalance: 'M8 2v11M3 13h10M2 5h12M2 5 .8 9h2.400zM14 5l-1.200 4h2.400z',
  adjustment: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 2v12',
  channelMixer:
    'M6 3a3 3 0 1 0 0 6 3 3 0 0 0 0-6M10 3a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6',
  colorLookup: 'M2 2h12v12H2zM6 2v12M10 2v12M2 6h12M2 10h12',
  selectiveColor: 'M2 2h12v12H2zM2 2l12 12M14 2 2 14',
  levels: 'M2 13h12M4 13V9M6 13V5M8 13V3M10 13V6M12 13v-3',
} as const;
