// The embedded page: what it does for the frame comes before what the calculator does.
// @ts-check

import "./frame.js";
import "../calculator/calculator.js";
