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
  function near(line, exact) {
    // A piece of a deal in several tiers, or of a deal that people share, is rounded with the others: it
    // differs from its own figures by no more than a unit and what the rounding of its base is worth.
    var rate = line.each ? { up: 0n, low: 1n } : number(line.rate);
    if (rate.up < 0n) rate = { up: -rate.up, low: rate.low };
    var off = plus(exact, { up: -BigInt(line.amount), low: 1n });
    if (off.up < 0n) off = { up: -off.up, low: off.low };
    var most = plus({ up: 3n, low: 2n }, rate);
    return off.up * most.low <= most.up * off.low;
  }
  var zero = { up: 0n, low: 1n }, deals = new Map(), sum = 0n, wrong = [];
  data.lines.forEach(function (line, place) {
    sum += BigInt(line.amount);
    if (!line.rate || !line.base || !line.group) return;
    // Bases and amounts for each are written in major units.
    var exact = times(times(number(line.base), number(line.rate)), { up: BigInt(data.scale), low: 1n });
    var key = line.group + "/" + line.key, deal = deals.get(key) || { all: zero, paid: 0n, lines: [] };
    deal.all = plus(deal.all, exact);
    deal.paid += BigInt(line.amount);
    deal.lines.push({ place: place, line: line, exact: exact });
    deals.set(key, deal);
  });
  var checked = deals.size;
  deals.forEach(function (deal) {
    if (rounded(deal.all) === deal.paid) return;
    deal.lines.forEach(function (it) {
      if (rounded(it.exact) === BigInt(it.line.amount)) return;
      if (deal.lines.length === 1 && !it.line.shared) wrong.push(it.place);
      else if (!near(it.line, it.exact)) wrong.push(it.place);
    });
  });
  var rows = document.querySelectorAll("tbody tr");
  wrong.forEach(function (place) { rows[place].className = "wrong"; });
  var good = wrong.length === 0 && sum === BigInt(data.payout);
  if (sum !== BigInt(data.payout)) document.querySelector("tfoot tr").className = "wrong";
  var verdict = document.getElementById("verdict");
  verdict.textContent = good ? data.good.replace("#", String(checked)) : data.bad;
  verdict.className = good ? "good" : "bad";
})();
