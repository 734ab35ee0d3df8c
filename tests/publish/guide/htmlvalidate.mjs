// What html-validate asks of the built pages: all it recommends, but what stands in Material's markup.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "no-trailing-whitespace": "off", // templates leave it, nobody reads it
    "doctype-style": "off", // Material's is lower case, which HTML allows
    "valid-id": "off", // Material's toggles are called __drawer; ids made from Chinese headings are _1
    "input-attributes": "off", // Material's toggles are checkboxes with autocomplete="off" …
    "valid-autocomplete": "off", // … so that browsers do not open the drawer again after a reload
    "wcag/h32": "off", // Material's search and palette are forms without anything to send
    "attribute-allowed-values": "off", // Material gives labels of the open section tabindex=""
  },
};
