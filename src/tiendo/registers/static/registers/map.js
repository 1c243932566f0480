/* Lays pictures of the land under the maps of registers, where the installation says from where (TIENDO_TILES).
   Without this file, and on paper, the sketch that the server drew stays. */
"use strict";
const L = window.L;
const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/* A picture that is no longer wanted is simply let go: Leaflet would put a data: address in its place, which the
   content policy of these pages refuses. */
const Tiles = L.TileLayer.extend({
  _removeTile(key) { return L.GridLayer.prototype._removeTile.call(this, key); },
  _abortLoading() {},
});

/* A map in `element`, whose data say what its buttons are called and where pictures come from. */
window.tiendoMap = (element) => {
  const said = element.dataset;
  const map = L.map(element, {
    zoomControl: false, attributionControl: Boolean(said.tiles), scrollWheelZoom: false,
    fadeAnimation: !calm, zoomAnimation: !calm, markerZoomAnimation: !calm, inertia: !calm,
  });
  L.control.zoom({ zoomInTitle: said.nearer, zoomOutTitle: said.further }).addTo(map);
  if (said.tiles) {
    map.attributionControl.setPrefix(false);
    const credit = document.createElement("span");
    credit.textContent = said.credit;
    new Tiles(said.tiles, { maxZoom: 19, attribution: credit.innerHTML, referrerPolicy: "origin" }).addTo(map);
  }
  return map;
};

window.tiendoLand = (map, drawn) => {
  const bounds = L.latLngBounds([]);
  for (const each of drawn.filter((one) => one.shape)) {
    const kind = each.number ? "zone" : "land";
    const layer = L.geoJSON(each.shape, { style: { className: kind }, interactive: false }).addTo(map);
    bounds.extend(layer.getBounds());
  }
  return bounds;
};

/* The words of a mark, as a link that the keyboard reaches. */
function mark(each) {
  const link = document.createElement("a");
  link.href = each.url;
  link.textContent = each.count ?? each.number;
  if (each.name) {
    link.title = each.name;
    link.lang = "vi";
  }
  const size = each.count ? 22 + 5 * String(each.count).length : 24;
  const icon = L.divIcon({ html: link, className: "map-mark", iconSize: [size, size] });
  return L.marker([each.point[1], each.point[0]], { icon, keyboard: false });
}

for (const element of document.querySelectorAll(".map-live")) {
  const drawn = JSON.parse(element.dataset.drawn);
  element.hidden = false;
  element.parentElement.classList.add("is-live");
  const map = window.tiendoMap(element);
  const land = window.tiendoLand(map, drawn);
  const rows = L.latLngBounds([]);
  for (const each of drawn.filter((one) => one.point)) {
    mark(each).addTo(map);
    rows.extend([each.point[1], each.point[0]]);
    if (each.shape) rows.extend(L.geoJSON(each.shape).getBounds());
  }
  map.fitBounds(rows.isValid() ? rows.pad(0.2) : land, { maxZoom: 17, animate: false });
}
