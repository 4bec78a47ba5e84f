// Recomputes the statement with whole numbers and fractions; nothing is rounded but where the rule says so.
"use strict";
(function () {
  var data = JSON.parse(document.getElementById("data").textContent);
  function decimal(text) {
    var sign = text[0] === "-" ? -1n : 1n, digits = text.replace("-", ""), at = digits.indexOf(".");
    var places = at < 0 ? 0 : digits.length - at - 1;
    return { up: sign * BigInt(digits.replace(".", "")), low: 10n ** BigInt(places) };
  }
  function number(text) {
    var parts = text.split("/"), a = decimal(parts[0]), b = decimal(parts[1] || "1");
    return { up: a.up * b.low, low: a.low * b.up };
  }
  function plus(a, b) { return { up: a.up * b.low + b.up * a.low, low: a.low * b.low }; }
  function times(a, b) { return { up: a.up * b.up, low: a.low * b.low }; }
  function rounded(a) {
    var sign = a.up < 0n ? -1n : 1n, up = a.up * sign;
    return sign * ((2n * up + a.low) / (2n * a.low));
  }
  var zero = { up: 0n, low: 1n }, groups = new Map(), sum = 0n, wrong = [];
  data.lines.forEach(function (line, place) {
    sum += BigInt(line.amount);
    if (!line.rate || !line.base || !line.group) return;
    var exact = times(number(line.base), number(line.rate));
    // Bases and amounts for each are written in major units.
    exact = times(exact, { up: BigInt(data.scale), low: 1n });
    var group = groups.get(line.group) || { all: zero, paid: 0n, deals: new Map(), places: [] };
    var deal = group.deals.get(line.key) || { all: zero, paid: 0n };
    group.all = plus(group.all, exact); deal.all = plus(deal.all, exact);
    group.paid += BigInt(line.amount); deal.paid += BigInt(line.amount);
    group.places.push(place); group.deals.set(line.key, deal); groups.set(line.group, group);
  });
  var checked = 0;
  groups.forEach(function (group) {
    var alone = true;
    group.deals.forEach(function (deal) { checked += 1; if (rounded(deal.all) !== deal.paid) alone = false; });
    if (!alone && rounded(group.all) !== group.paid) wrong = wrong.concat(group.places);
  });
  var rows = document.querySelectorAll("tbody tr");
  wrong.forEach(function (place) { rows[place].className = "wrong"; });
  var good = wrong.length === 0 && sum === BigInt(data.payout);
  if (sum !== BigInt(data.payout)) document.querySelector("tfoot tr").className = "wrong";
  var verdict = document.getElementById("verdict");
  verdict.textContent = good ? data.good.replace("#", String(checked)) : data.bad;
  verdict.className = good ? "good" : "bad";
})();
