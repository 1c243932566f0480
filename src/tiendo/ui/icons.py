"""The icons: own set, 16 grid, 1.5 stroke, round ends, `currentColor`.

Each value is the inside of one `<svg viewBox="0 0 16 16">`. The drawings are written into the
page itself, so that they need no second request and look alike in every browser.
"""

ICONS = {
    "check": '<path d="M3 8.6l3.3 3.2L13 4.6"/>',
    "done": '<circle cx="8" cy="8" r="6.25"/><path d="M5 8.2l2.1 2.1L11 6"/>',
    "done-late": '<path d="M3.2 6.8l3.1 3L12.8 3M3.5 13.4h9"/>',
    "half": '<circle cx="8" cy="8" r="6.25"/><path class="fill" d="M8 2.6a5.4 5.4 0 0 1 0 10.8z"/>',
    "clock": '<circle cx="8" cy="8" r="6.25"/><path d="M8 4.6V8l2.4 1.5"/>',
    "alert": '<path d="M8 2.1l6.4 11.4H1.6zM8 6.3v3.3M8 11.6v.05"/>',
    "hourglass": (
        '<path d="M4 2h8M4 14h8M5 2c0 3.4 3 4 3 6s-3 2.6-3 6M11 2c0 3.4-3 4-3 6s3 2.6 3 6"/>'
    ),
    "silent": '<path d="M2.2 3h11.6v8H8.2L5 13.8V11H2.2zM5.7 7h4.6"/>',
    "dotted": '<circle cx="8" cy="8" r="6" stroke-dasharray="2.2 2.5"/>',
    "struck": '<circle cx="8" cy="8" r="6.25"/><path d="M3.7 12.3l8.6-8.6"/>',
    "crossed": (
        '<rect x="2.5" y="2.5" width="11" height="11" rx="2"/>'
        '<path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4"/>'
    ),
    "up": '<path d="M8 13V3.2M4 7l4-4 4 4"/>',
    "down": '<path d="M8 3v9.8M4 9l4 4 4-4"/>',
    "risk": '<path d="M1.8 4.2l4 4 2.6-2.6 5.8 5.8M14.2 7.4v4h-4"/>',
    "lozenge": '<path d="M8 2.2l5.8 5.8L8 13.8 2.2 8zM8 5.4v3M8 10.6v.05"/>',
    "course": '<path d="M2 8h11.5M9.5 4l4 4-4 4"/>',
    "question": (
        '<circle cx="8" cy="8" r="6.25"/>'
        '<path d="M6.2 6.4a1.9 1.9 0 1 1 2.6 1.9c-.5.2-.8.6-.8 1.1M8 11.6v.05"/>'
    ),
    "chevron-down": '<path d="M4 6l4 4 4-4"/>',
    "chevron-right": '<path d="M6 4l4 4-4 4"/>',
    "arrow": '<path d="M3 8h10M9 4l4 4-4 4"/>',
    "plus": '<path d="M8 3v10M3 8h10"/>',
    "close": '<path d="M4 4l8 8M12 4l-8 8"/>',
    "search": '<circle cx="7" cy="7" r="4.5"/><path d="M10.4 10.4L14 14"/>',
    "filter": '<path d="M2 3.5h12M4.5 8h7M6.5 12.5h3"/>',
    "download": '<path d="M8 2.5v7.6M4.6 7L8 10.3 11.4 7M2.5 13.5h11"/>',
    "upload": '<path d="M8 10.3V2.7M4.6 6L8 2.6 11.4 6M2.5 13.5h11"/>',
    "file": '<path d="M3.5 1.8h6l3 3v9.4h-9zM9.3 1.8v3.2h3.2"/>',
    "doc": '<path d="M3.5 1.8h6l3 3v9.4h-9zM9.3 1.8v3.2h3.2M5.8 8.2h4.4M5.8 11h4.4"/>',
    "image": (
        '<rect x="2" y="2.8" width="12" height="10.4" rx="1.5"/>'
        '<path d="M2.3 11.2l3.5-3.4 2.7 2.6 2-1.8 3.2 3"/><circle cx="10.8" cy="5.9" r="1"/>'
    ),
    "clip": (
        '<path d="M13 7.3l-5 5a3.1 3.1 0 0 1-4.4-4.4l5.2-5.2a2 2 0 0 1 2.9 2.9L6.6 10.7'
        'a1 1 0 0 1-1.4-1.4l4.6-4.6"/>'
    ),
    "bell": (
        '<path d="M8 2a4 4 0 0 0-4 4c0 3.4-1.4 4.6-1.4 5.4h10.8C13.4 10.6 12 9.4 12 6'
        'a4 4 0 0 0-4-4zM6.6 13.6c.4.5.8.7 1.4.7s1-.2 1.4-.7"/>'
    ),
    "user": (
        '<circle cx="8" cy="5.3" r="2.8"/><path d="M2.6 14c.5-3 2.6-4.3 5.4-4.3s4.9 1.3 5.4 4.3"/>'
    ),
    "inbox": '<path d="M2 9.5L4 3h8l2 6.5V13H2zM2 9.5h3.6l1 1.8h2.8l1-1.8H14"/>',
    "target": '<circle cx="8" cy="8" r="6.25"/><circle cx="8" cy="8" r="2.8"/><path d="M8 8h.01"/>',
    "list": (
        '<path d="M6 4h8M6 8h8M6 12h8M2.3 4l.8.8 1.4-1.6M2.3 8l.8.8 1.4-1.6M2.3 12l.8.8 1.4-1.6"/>'
    ),
    "gantt": '<path d="M2.5 3.5h6M5 8h6.5M8.5 12.5h5"/>',
    "grid": (
        '<rect x="2.2" y="2.2" width="11.6" height="11.6" rx="1.5"/>'
        '<path d="M2.2 6h11.6M2.2 10h11.6M6 2.2v11.6M10 2.2v11.6"/>'
    ),
    "book": (
        '<path d="M3 2.5h8.5A1.5 1.5 0 0 1 13 4v9.5H4.5A1.5 1.5 0 0 1 3 12zM3 12'
        'a1.5 1.5 0 0 1 1.5-1.5H13M6 5.5h4"/>'
    ),
    "gear": (
        '<circle cx="8" cy="8" r="2.2"/>'
        '<path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6L5 5M11 11l1.4 1.4M12.4 3.6L11 5'
        'M5 11l-1.4 1.4"/>'
    ),
    "map": (
        '<path d="M8 14c3-3.3 4.5-5.7 4.5-7.7a4.5 4.5 0 0 0-9 0C3.5 8.3 5 10.7 8 14z"/>'
        '<circle cx="8" cy="6.3" r="1.6"/>'
    ),
    "edit": '<path d="M2.5 13.5l.8-3L10.5 3.3l2.2 2.2-7.2 7.2zM9 4.8L11.2 7"/>',
    "split": (
        '<path d="M8 14V9.5L3.5 5V2.5M8 9.5L12.5 5V2.5M1.8 4l1.7-1.7L5.2 4M10.8 4l1.7-1.7L14.2 4"/>'
    ),
    "merge": '<path d="M3.5 2.5V5L8 9.5V14M12.5 2.5V5L8 9.5M6.2 12.2L8 14l1.8-1.8"/>',
    "trash": '<path d="M2.8 4.2h10.4M6 4V2.5h4V4M4 4.2l.7 9.3h6.6l.7-9.3"/>',
    "eye": (
        '<path d="M1.6 8C3.2 5 5.4 3.5 8 3.5S12.8 5 14.4 8C12.8 11 10.6 12.5 8 12.5'
        'S3.2 11 1.6 8z"/><circle cx="8" cy="8" r="2"/>'
    ),
    "quote": (
        '<path d="M6.5 4C4 5 3 6.7 3 9v3h3.5V8.5H4.7M13 4c-2.5 1-3.5 2.7-3.5 5v3H13V8.5h-1.8"/>'
    ),
    "undo": '<path d="M5.5 3L2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6"/>',
    "send": '<path d="M14 2L2 6.8l4.6 2.2L9 14zM14 2L6.6 9"/>',
    "info": '<circle cx="8" cy="8" r="6.25"/><path d="M8 7.3v4M8 4.9v.05"/>',
    "lock": (
        '<rect x="3" y="7" width="10" height="6.8" rx="1.5"/>'
        '<path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2"/>'
    ),
    "calendar": (
        '<rect x="2.2" y="3" width="11.6" height="10.8" rx="1.5"/>'
        '<path d="M2.2 6.6h11.6M5.3 1.6v2.6M10.7 1.6v2.6"/>'
    ),
    "print": '<path d="M4 6V2.2h8V6M4 11.5H2.2V6h11.6v5.5H12M4 9.5h8v4.3H4z"/>',
    "flag": '<path d="M3.5 14V2.5h8.5L10.3 5.5 12 8.5H3.5"/>',
    "chat": '<path d="M2.2 3h11.6v8H8.2L5 13.8V11H2.2z"/>',
    "history": '<path d="M2.4 8a5.6 5.6 0 1 0 1.8-4.1L2.4 5.5M2.4 2.5v3h3M8 5.2V8l2 1.3"/>',
    "layers": '<path d="M8 2l6 3-6 3-6-3zM2 8l6 3 6-3M2 11l6 3 6-3"/>',
    "globe": (
        '<circle cx="8" cy="8" r="6.25"/>'
        '<path d="M1.9 8h12.2M8 1.8c2 2 2.7 4 2.7 6.2S10 12.2 8 14.2C6 12.2 5.3 10.2 5.3 8'
        'S6 3.8 8 1.8z"/>'
    ),
    "dots": '<path d="M3.5 8h.01M8 8h.01M12.5 8h.01"/>',
    "menu": '<path d="M2.5 4h11M2.5 8h11M2.5 12h11"/>',
    "office": '<path d="M3 14V2.5h6.5V14M9.5 6.5H13V14M1.8 14h12.4M5 5.3h2.5M5 8h2.5M5 10.7h2.5"/>',
    "link": (
        '<path d="M6.5 9.5l3-3M7.3 4.7l1.5-1.5a3 3 0 0 1 4.2 4.2l-1.5 1.5M8.7 11.3l-1.5 1.5'
        'A3 3 0 0 1 3 8.6l1.5-1.5"/>'
    ),
    "copy": '<rect x="5.5" y="5.5" width="8" height="8" rx="1.5"/><path d="M10.5 5.5v-3h-8v8h3"/>',
    "chart": '<path d="M2.5 2.5v11h11M5 10.5l2.7-3.2 2 1.7L13 5"/>',
    "star": '<path d="M8 2l1.8 3.8 4.2.5-3.1 2.9.8 4.2L8 11.3l-3.7 2.1.8-4.2L2 6.3l4.2-.5z"/>',
    "shield": '<path d="M8 1.8l5.2 2v3.7c0 3.3-2.2 5.6-5.2 6.7-3-1.1-5.2-3.4-5.2-6.7V3.8z"/>',
}
