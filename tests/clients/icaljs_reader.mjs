// Reads a calendar file from standard input with ical.js in its strict mode and writes what it found as JSON.
// First argument: the folder of the package. Every value is decoded, so that none can stay unread.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const { default: ICAL } = await import(pathToFileURL(join(process.argv[2], "dist", "ical.js")));
ICAL.design.strict = true;

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
ICAL.TimezoneService.reset(); // only the zones the file itself describes
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const types = new Set();
const collect = (component) => {
  for (const property of component.getAllProperties()) {
    property.getValues();
    types.add(`${component.name} ${property.name} ${property.type}`);
  }
  component.getAllSubcomponents().forEach(collect);
};
collect(calendar);

const moment = (time) => {
  if (time.isDate) return { day: time.toString() };
  if (time.zone === ICAL.Timezone.localTimezone) return { clock: time.toString() };
  return { minute: time.toUnixTime() / 60 };
};
const text = (component, name) => component.getFirstPropertyValue(name) ?? "";
const shown = (component) => ({
  uid: text(component, "uid"),
  start: moment(component.getFirstPropertyValue("dtstart")),
  end: moment(component.getFirstPropertyValue(component.name === "vtodo" ? "due" : "dtend")),
  summary: text(component, "summary"),
  description: text(component, "description"),
  location: text(component, "location"),
  status: text(component, "status"),
  sequence: component.getFirstPropertyValue("sequence"),
});
const entries = [...calendar.getAllSubcomponents("vevent"), ...calendar.getAllSubcomponents("vtodo")].map(shown);
process.stdout.write(JSON.stringify({ types: [...types].sort(), entries }));
