/* Lets a person set the place of a row, and draw the corners of its outline, on a map beside the form. What is drawn
   goes into the same fields that can be typed; without this file they are typed. */
"use strict";
(() => {
  const card = document.getElementById("draw");
  const field = (name) => document.getElementById(`id_${name}`);
  const [north, east, shape, area] = ["latitude", "longitude", "shape", "area"].map(field);
  if (!card || !window.L) return;
  const L = window.L;
  const comma = card.dataset.comma;
  card.hidden = false;
  const stage = card.querySelector(".draw-stage");
  const map = window.tiendoMap(stage);
  const land = window.tiendoLand(map, JSON.parse(card.dataset.land));
  const said = card.querySelector("output");
  const outline = L.layerGroup().addTo(map);
  let mode = "";
  let corners = [];
  let foreign = null; // an outline of several parts, or with holes: shown, not drawn
  let point = null;

  const figure = (value, digits) => value.toFixed(digits).replace(".", comma);
  const read = (input) => {
    const text = input ? input.value.trim().replace(",", ".") : "";
    return text !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
  };

  /* Metres on the ellipsoid around the outline: exact enough for land that a person can walk. */
  function hectares(ring) {
    const middle = (ring.reduce((sum, each) => sum + each.lat, 0) / ring.length) * Math.PI / 180;
    const flat = 1 - 0.00669437999014 * Math.sin(middle) ** 2;
    const down = (6378137 * (1 - 0.00669437999014)) / flat ** 1.5 * Math.PI / 180;
    const across = (6378137 / Math.sqrt(flat)) * Math.cos(middle) * Math.PI / 180;
    let twice = 0;
    ring.forEach((each, place) => {
      const next = ring[(place + 1) % ring.length];
      twice += (each.lng - ring[0].lng) * (next.lat - ring[0].lat) - (next.lng - ring[0].lng) * (each.lat - ring[0].lat);
    });
    return Math.abs(twice / 2) * across * down / 10000;
  }

  function tell() {
    const drawn = corners.length > 2 ? hectares(corners) : null;
    said.textContent = drawn === null ? "" : card.dataset.area.replace("{}", figure(drawn, 2));
    const typed = area ? Number(area.value.trim().replaceAll(comma === "," ? "." : ",", "").replace(comma, ".")) : 0;
    const differs = drawn !== null && typed > 0 && Math.abs(drawn - typed) > typed / 10;
    said.classList.toggle("error", differs);
    if (differs) said.textContent += ` ${card.dataset.differs}`;
  }

  function keep() {
    const ring = corners.map((each) => [Number(each.lng.toFixed(6)), Number(each.lat.toFixed(6))]);
    shape.value = ring.length > 2 ? JSON.stringify({ type: "Polygon", coordinates: [[...ring, ring[0]]] }) : "";
    show();
  }

  function corner(place) {
    const icon = L.divIcon({ className: "draw-corner", iconSize: [20, 20] });
    const handle = L.marker(corners[place], {
      icon, draggable: true, title: card.dataset.corner.replace("{}", place + 1), alt: "",
    });
    handle.on("drag", () => { corners[place] = handle.getLatLng(); line(); tell(); });
    handle.on("dragend", keep);
    handle.on("click", () => { corners.splice(place, 1); keep(); });
    return handle;
  }

  let edge = null;
  function line() {
    if (edge) edge.setLatLngs(corners);
  }

  function show() {
    outline.clearLayers();
    if (foreign) L.geoJSON(foreign, { style: { className: "zone" }, interactive: false }).addTo(outline);
    edge = L.polygon(corners, { className: "zone", interactive: false }).addTo(outline);
    corners.forEach((_each, place) => corner(place).addTo(outline));
    tell();
  }

  function readShape() {
    corners = [];
    foreign = null;
    try {
      const given = JSON.parse(shape.value);
      const rings = given.type === "Polygon" ? given.coordinates : [];
      if (rings.length === 1) corners = rings[0].slice(0, -1).map(([x, y]) => L.latLng(y, x));
      else foreign = given;
    } catch {
      foreign = null; // nothing, or words that the server will refuse with a sentence
    }
    try {
      show();
    } catch {
      foreign = null;
      corners = [];
      show();
    }
  }

  function readPoint() {
    const at = [read(north), read(east)];
    if (point) point.remove();
    point = null;
    if (at.includes(null) || Math.abs(at[0]) > 90) return;
    const icon = L.divIcon({ className: "draw-point", iconSize: [24, 24] });
    point = L.marker(at, { icon, draggable: true, title: card.dataset.point }).addTo(map);
    point.on("dragend", () => place(point.getLatLng()));
  }

  function place(at) {
    north.value = figure(at.lat, 6);
    east.value = figure(at.lng, 6);
    readPoint();
  }

  function choose(name) {
    mode = mode === name ? "" : name;
    for (const button of card.querySelectorAll("[aria-pressed]")) {
      button.setAttribute("aria-pressed", String(button.dataset.do === mode));
    }
    stage.classList.toggle("is-drawing", mode !== "");
  }

  const deeds = {
    point: () => choose("point"),
    corner: () => choose("corner"),
    undo: () => { corners.pop(); keep(); },
    clear: () => { corners = []; foreign = null; keep(); },
  };
  card.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    if (button) deeds[button.dataset.do]();
  });
  map.on("click", (event) => {
    if (mode === "point") place(event.latlng);
    if (mode === "corner" && !foreign) { corners.push(event.latlng); keep(); }
  });
  for (const input of [north, east]) input.addEventListener("change", readPoint);
  shape.addEventListener("change", readShape);
  if (area) area.addEventListener("input", tell);
  if (area) area.closest(".field").append(said);

  readShape();
  readPoint();
  const own = L.latLngBounds([...corners, ...(point ? [point.getLatLng()] : [])]);
  if (foreign) own.extend(L.geoJSON(foreign).getBounds());
  const whole = land.isValid() ? land : L.latLngBounds([[8.5, 102.2], [23.4, 109.5]]);
  map.fitBounds(own.isValid() ? own.pad(0.3) : whole, { maxZoom: 18, animate: false });
})();
