const paths = {
  chat: "M4 5.5h16v11H10l-4.5 3.5v-3.5H4z",
  calendar: "M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7",
  mail: "M3.5 6h17v12.5h-17zM3.5 7l8.5 6.5L20.5 7",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 7.5V12l3.2 2",
  practise: "M12 5L2.5 9.5L12 14l9.5-4.5zM6.5 11.8v4.4c0 1.4 2.5 2.6 5.5 2.6s5.5-1.2 5.5-2.6v-4.4M21.5 9.5v6",
  close: "M6 6l12 12M18 6L6 18",
  back: "M14.5 5.5L8 12l6.5 6.5M8 12h12",
  send: "M4.5 4.5L20.5 12L4.5 19.5L7 12zM7 12h7",
  people: "M9 11.5a3.25 3.25 0 1 0 0-6.5a3.25 3.25 0 0 0 0 6.5zM3.5 19.5c0-3.3 2.2-5 5.5-5s5.5 1.7 5.5 5M16 11.3a2.7 2.7 0 1 0-1-5.2M17 14.6c2.3.3 3.7 2 3.7 4.6",
  down: "M6 9.5l6 6l6-6",
  open: "M13.5 4.5h6v6M19.5 4.5l-9 9M17.5 14v5.5h-13v-13H10",
  sun: "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM12 2.5v2.2M12 19.3v2.2M2.5 12h2.2M19.3 12h2.2M5.3 5.3l1.5 1.5M17.2 17.2l1.5 1.5M18.7 5.3l-1.5 1.5M6.8 17.2l-1.5 1.5",
  moon: "M19.5 14.2A8 8 0 1 1 9.8 4.5a6.4 6.4 0 0 0 9.7 9.7z",
  screen: "M4 5h16v11H4zM9 20h6M12 16v4",
  video: "M3.5 7h11v10h-11zM14.5 10.5l6-3v9l-6-3",
  attach: "M18.5 11.5l-6.8 6.8a4 4 0 0 1-5.7-5.7l7.5-7.5a2.7 2.7 0 0 1 3.8 3.8l-7.4 7.4a1.3 1.3 0 0 1-1.9-1.9l6.4-6.3",
  check: "M5 12.5l4.5 4.5L19 7.5",
  bot: "M5 8.5h14v10H5zM12 5v3.5M9 13h.01M15 13h.01M9.5 16h5",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
