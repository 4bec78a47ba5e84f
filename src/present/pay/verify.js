// Recomputes the statement with whole numbers and fractions; nothing is rounded but where the rule says so.
// Each check marks the lines that do not agree with the others, with the plan's figures, or with what is shown.
"use strict";
(function () {
  var data = JSON.parse(document.getElementById("data").textContent);
  var zero = whole(0n), scale = whole(BigInt(data.scale)), wrong = new Set();

  function whole(up) { return { up: BigInt(up), low: 1n }; }
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
  function minus(a, b) { return plus(a, { up: -b.up, low: b.low }); }
  function times(a, b) { return { up: a.up * b.up, low: a.low * b.low }; }
  function over(a, b) { return times(a, b.up < 0n ? { up: -b.low, low: -b.up } : { up: b.low, low: b.up }); }
  function size(a) { return { up: a.up < 0n ? -a.up : a.up, low: a.low }; }
  function sign(a, b) { var off = minus(a, b).up; return off < 0n ? -1 : off > 0n ? 1 : 0; }
  function least(a, b) { return sign(a, b) < 0 ? a : b; }
  function most(a, b) { return sign(a, b) < 0 ? b : a; }
  function reduced(a) {
    var by = a.up < 0n ? -a.up : a.up, rest = a.low;
    while (rest) { var next = by % rest; by = rest; rest = next; }
    return { up: a.up / by, low: a.low / by };
  }
  function sum(all) { return all.reduce(plus, zero); }
  function rounded(a) {
    var of = a.up < 0n ? -1n : 1n, up = a.up * of;
    return of * ((2n * up + a.low) / (2n * a.low));
  }
  function mark(lines) { lines.forEach(function (it) { if (it.place !== undefined) wrong.add(it.place); }); }
  function holds(is, lines) { if (!is) mark(lines); return is; }

  // Lines that pay nothing are not shown, but count where deals and tiers are added up.
  var lines = data.lines.map(function (it, place) { return Object.assign({ place: place }, it); });
  var all = lines.concat(data.silent);
  all.forEach(function (line) {
    line.pays = whole(line.amount);
    line.sold = line.base && !line.foreign ? number(line.base) : null;
    // Bases are written in major units; what is counted has none.
    line.size = line.sold && reduced(line.money ? times(line.sold, scale) : line.sold);
    if (line.size && line.money) holds(line.size.low === 1n, [line]);
  });
  // Deals that cross a tier on one day are rounded together, so a line may be a part of that.
  var prices_of = new Map();
  function prices_key(line) { return [line.part, line.name, line.kind].join("/"); }
  all.forEach(function (line) {
    var known = prices_of.get(prices_key(line)) || new Set();
    prices_of.set(prices_key(line), known.add(line.rate));
  });
  function is_shared(line) {
    var part = data.parts.filter(function (it) { return it.at === line.part; })[0];
    var prices = new Set(part && !(part.reach && part.reach.retroactive) ? part.steps.map(function (it) { return it.price; }) : []);
    return prices.size > 1 || prices_of.get(prices_key(line)).size > 1;
  }
  function of(kinds, among) { return among.filter(function (it) { return kinds.indexOf(it.kind) >= 0; }); }
  function paid(among) { return sum(among.map(function (it) { return it.pays; })); }
  function sizes(among) { return sum(among.map(function (it) { return it.size || zero; })); }
  var DEAL = ["commission", "override", "spiff"], EARNED = DEAL.concat(["catch_up", "cap", "floor"]);

  // What is shown is what is checked.
  function figure(text) {
    var found = text.replace(/,/g, "").match(/[0-9]+(\.[0-9]+)?(\/[0-9]+)?/);
    return found && (/^[−-]/.test(text) ? minus(zero, number(found[0])) : number(found[0]));
  }
  function shows(text, exact) { var told = figure(text); return told !== null && sign(told, exact) === 0; }
  var rows = document.querySelectorAll("tbody tr"), foot = document.querySelector("tfoot tr");
  lines.forEach(function (line) {
    var cells = rows[line.place].cells, told = line.shown.every(function (it, at) { return cells[at].textContent === it; });
    holds(told && shows(line.shown[4], over(line.pays, scale)), [line]);
    if (line.sold) holds(shows(line.shown[2], line.sold), [line]);
    if (line.rate && line.sold) {
      var percent = line.shown[3].slice(-1) === "%" ? whole(100n) : whole(1n);
      holds(shows(line.shown[3].replace("× ", ""), times(number(line.rate), percent)), [line]);
    }
  });

  // Base × rate, deal by deal.
  function near(line) {
    // A piece of a deal in several tiers, or of a deal that people share, is rounded with the others: it
    // differs from its own figures by no more than a unit and what the rounding of its base is worth.
    var rate = line.each ? zero : size(number(line.rate));
    return sign(size(minus(line.exact, line.pays)), plus({ up: 3n, low: 2n }, rate)) <= 0;
  }
  var deals = new Map();
  of(DEAL, lines).forEach(function (line) {
    if (!line.rate || !line.base) return;
    // Amounts for each are written in major units too.
    line.exact = times(times(line.sold, number(line.rate)), scale);
    var key = [line.part, line.kind, line.key].join("/");
    deals.set(key, (deals.get(key) || []).concat(line));
  });
  deals.forEach(function (own) {
    if (rounded(sum(own.map(function (it) { return it.exact; }))) === paid(own).up) return;
    own.forEach(function (it) {
      if (rounded(it.exact) === it.pays.up) return;
      holds((own.length !== 1 || is_shared(it)) && near(it), [it]);
    });
  });

  // What the steps go by: the figures that are shown there are those that are reckoned with.
  var facts = document.querySelectorAll("dd"), broken = false;
  function agrees(is, row, among) {
    if (is) return;
    broken = true;
    mark(among);
    if (facts[row]) facts[row].className = "wrong";
  }
  function fact(shown, exact, among) {
    if (!shown) return;
    var cell = facts[shown[0]];
    agrees(cell && cell.textContent === shown[1] && shows(shown[1], exact), shown[0], among);
  }
  function size_of(exact, money) { return money ? over(whole(rounded(exact)), scale) : exact; }
  // The quota, what was measured period by period, and how much of the quota that is.
  function measured(by, among) {
    var shown = by.shown, unit = number(by.unit), all = number(by.before);
    fact(shown.quota, size_of(unit, by.money), among);
    fact(shown.before, size_of(all, by.money), among);
    by.turns.forEach(function (it) {
      all = plus(all, number(it.sold));
      fact(it.shown, size_of(number(it.sold), by.money), among);
    });
    fact(shown.total, size_of(all, by.money), among);
    fact(shown.attained, over(whole(rounded(times(over(all, unit), whole(10000n)))), whole(100n)), among);
    return all;
  }
  // Where each step begins and what it pays; the one that is reached alone is marked.
  function listed(list, reached, from, price, among) {
    list.steps.forEach(function (it) {
      var words = it.at === reached ? list.mark.replace("#", function () { return it.text; }) : it.text, cell = facts[it.row];
      var is = cell && cell.textContent === words && it.text.indexOf(it.price) >= 0;
      if (it.from !== null) is = is && it.text.indexOf(it.from) >= 0 && shows(it.from, from(it.at));
      agrees(is && shows(it.price.replace("× ", ""), price(it.at)), it.row, among);
    });
  }
  function boundary(list, exact) { return list.part ? times(exact, whole(100n)) : size_of(exact, list.money); }
  function steps_shown(part, among) {
    var told = part.told, by = told && told.by, reach = part.reach, bar = part.threshold;
    if (!told) return;
    if (by) {
      var all = measured(by, among), last = number(by.turns[by.turns.length - 1].sold);
      var is = sign(all, number(reach.ends)) === 0 && sign(minus(all, last), number(reach.begins)) === 0;
      agrees(is && sign(number(by.unit), number(reach.unit)) === 0, by.shown.attained && by.shown.attained[0], among);
    }
    var passed = true;
    if (told.threshold) {
      var at = number(bar.at), sold = number(bar.sold), shown = told.threshold, cell = facts[shown.sold];
      passed = bar.above ? sign(at, sold) < 0 : sign(at, sold) <= 0;
      if (shown.quota) fact(shown.quota, size_of(number(shown.unit), shown.money), among);
      fact(shown.at, size_of(at, shown.money), among);
      var words = passed ? shown.reached : shown.missed;
      agrees(cell && cell.textContent === words && shows(words, size_of(sold, shown.money)), shown.sold, among);
    }
    if (told.each) {
      var row = facts[told.each.row[0]];
      var fits = part.each.deals.every(function (it, place) {
        return shows(told.each.sizes[place], boundary(told.each, number(it.size)));
      });
      agrees(fits && row && row.textContent === told.each.row[1], told.each.row[0], among);
    }
    if (!told.list) return;
    var reached = null;
    if (reach && passed) part.steps.forEach(function (it, place) {
      var cut = it.from === null ? null : times(number(it.from), number(reach.unit)), ends = number(reach.ends);
      if (!cut || (reach.above ? sign(cut, ends) < 0 : sign(cut, ends) <= 0)) reached = place;
    });
    // What lies below nothing has the price of the first step.
    if (reached === 0 && told.list.idle) reached = 1;
    var from = function (place) { return boundary(told.list, number(part.steps[place].from)); };
    var price = function (place) { return times(number(part.steps[place].price), whole(told.list.each ? 1n : 100n)); };
    listed(told.list, reached, from, price, among);
  }

  // Tiers, accelerators, thresholds.
  data.parts.forEach(function (part) {
    var told = lines.filter(function (it) { return it.part === part.at; });
    steps_shown(part, told);
    var own = of(["commission", "override"], all).filter(function (it) { return it.part === part.at; });
    var prices = part.steps.map(function (it) { return it.price; });
    own.forEach(function (it) { holds(prices.indexOf(it.rate) >= 0, [it]); });
    var are = part.steps.every(function (it) {
      return !it.times || sign(times(number(part.price), number(it.times)), number(it.price)) === 0;
    });
    holds(are, told);
    if (part.threshold) {
      var at = number(part.threshold.at), sold = number(part.threshold.sold), missed = of(["threshold"], told);
      var is = part.threshold.above ? sign(at, sold) < 0 : sign(at, sold) <= 0;
      holds(is === (missed.length === 0), told);
      missed.forEach(function (it) {
        var is_sold = it.size && sign(it.size, it.money ? whole(rounded(sold)) : sold) === 0;
        holds(is_sold && it.amount === "0", [it]);
      });
      if (!is) return;
    }
    part.deals.forEach(function (deal) {
      var at = own.filter(function (it) { return it.key === deal.key; });
      if (at.length) holds(sign(sizes(at), number(deal.base)) === 0, at);
    });
    // Deals that are each looked at by themselves.
    var each = part.each;
    if (each) each.deals.forEach(function (deal) {
      var at = own.filter(function (it) { return it.key === deal.key; });
      var missed = of(["threshold"], told).filter(function (it) { return it.key === deal.key; });
      if (deal.against !== null) {
        var bar = number(each.at), against = number(deal.against);
        var is = each.at_above ? sign(bar, against) < 0 : sign(bar, against) <= 0;
        holds(is ? missed.length === 0 : at.length === 0, missed.concat(at));
        missed.forEach(function (it) { holds(it.size && sign(it.size, it.money ? whole(rounded(against)) : against) === 0, [it]); });
        if (!is) return;
      }
      var deep = number(deal.size), begin = part.steps.map(function (it) { return it.from === null ? null : number(it.from); });
      if (!at.length || deep.up === 0n) return;
      if (each.retroactive) {
        var reached = 0;
        begin.forEach(function (cut, place) { if (cut && (each.above ? sign(cut, deep) < 0 : sign(cut, deep) <= 0)) reached = place; });
        at.forEach(function (it) { holds(it.rate === prices[reached] || each.excess && it.rate === prices[0], [it]); });
        return;
      }
      prices.forEach(function (price, first) {
        if (prices.indexOf(price) !== first) return;
        var lies = sum(begin.map(function (cut, place) {
          if (prices[place] !== price) return zero;
          var next = begin[place + 1];
          return most(minus(next ? least(deep, next) : deep, cut || zero), zero);
        }));
        var own = at.filter(function (it) { return it.rate === price; });
        var exact = over(times(sizes(at), lies), deep);
        holds(sign(size(minus(sizes(own), exact)), whole(1n)) <= 0, own.length ? own : at);
      });
    });
    var reach = part.reach;
    if (!reach) return;
    var begins = number(reach.begins), ends = number(reach.ends), unit = number(reach.unit);
    var cuts = part.steps.map(function (it) { return it.from === null ? null : times(number(it.from), unit); });
    if (reach.own) holds(sign(plus(begins, sizes(own)), ends) === 0, told);
    if (reach.retroactive) {
      var tier = 0;
      cuts.forEach(function (cut, at) {
        if (cut && (reach.above ? sign(cut, ends) < 0 : sign(cut, ends) <= 0)) tier = at;
      });
      own.forEach(function (it) {
        // Below a threshold of which only the excess is paid there is another price.
        holds(it.rate === prices[tier] || reach.excess && it.rate === prices[0], [it]);
      });
    } else if (reach.own) {
      // Only a boundary between two minor units lets a piece be rounded.
      var is_whole = cuts.every(function (it) { return !it || it.up % it.low === 0n; }) || !part.money;
      var back = own.filter(function (it) { return it.size.up < 0n; }).length;
      var off = is_whole ? zero : whole(1 + back);
      prices.forEach(function (price, first) {
        if (prices.indexOf(price) !== first) return;
        var lies = sum(cuts.map(function (cut, at) {
          if (prices[at] !== price) return zero;
          // More may have gone back than was sold.
          var goes_back = sign(ends, begins) < 0, first = least(begins, ends), last = most(begins, ends);
          var low = cut ? most(first, cut) : first, next = cuts[at + 1];
          var lies = most(minus(next ? least(last, next) : last, low), zero);
          return goes_back ? minus(zero, lies) : lies;
        }));
        var at = own.filter(function (it) { return it.rate === price; });
        var agrees = sign(size(minus(sizes(at), lies)), off) <= 0;
        holds(agrees, at.some(function (it) { return it.place !== undefined; }) ? at : told);
      });
    }
  });

  // Bonuses by their levels.
  data.bonuses.forEach(function (bonus) {
    var own = of(["bonus"], lines).filter(function (it) { return it.part === bonus.at; });
    var told = bonus.told, by = told.by, unit = number(by.unit), sold = over(measured(by, own), unit);
    var earns = function (sold) {
      var reached = bonus.levels.filter(function (it) {
        var off = sign(number(it.from), sold);
        return bonus.above ? off < 0 : off <= 0;
      });
      var last = reached[reached.length - 1], next = bonus.levels[reached.length];
      var pays = last ? number(last.pays) : zero;
      if (bonus.between === "sum") pays = sum(reached.map(function (it) { return number(it.pays); }));
      if (bonus.between === "line" && last && next) {
        var part = over(minus(sold, number(last.from)), minus(number(next.from), number(last.from)));
        pays = plus(pays, times(minus(number(next.pays), pays), part));
      }
      return { pays: rounded(times(pays, number(bonus.due))), level: reached.length ? reached.length - 1 : null };
    };
    var now = earns(sold), row = by.shown.attained ? by.shown.attained[0] : by.turns[by.turns.length - 1].shown[0];
    agrees(sign(sold, number(bonus.sold)) === 0, row, own);
    var from = function (at) { return boundary(told.list, number(bonus.levels[at].from)); };
    var price = function (at) { return size_of(number(bonus.levels[at].pays), true); };
    listed(told.list, now.level, from, price, own);
    fact(told.due, times(number(bonus.due), whole(100n)), own);
    own.forEach(function (line) {
      holds(sign(line.size, line.money ? whole(rounded(times(sold, unit))) : sold) === 0, [line]);
    });
    // Over the year each period pays what is earned by then beyond what was paid before.
    var before = BigInt(bonus.paid_before), all = number(by.before);
    bonus.turns.slice(0, -1).forEach(function (it, place) {
      before += BigInt(it.paid);
      all = plus(all, number(by.turns[place].sold));
      if (it.unit !== null) agrees(earns(over(all, number(it.unit))).pays === before, by.turns[place].shown[0], own);
    });
    fact(told.paid, over(whole(before), scale), own);
    agrees(before + paid(own).up === now.pays, row, own);
  });

  // Deals that people share, and those in another currency.
  data.deals.forEach(function (deal) {
    var value = whole(deal.whole), share = times(value, number(deal.share));
    lines.filter(function (it) { return it.kind === "converted" && it.key === deal.key; }).forEach(function (it) {
      var exact = times(times(number(it.base.split(" ")[1]), number(it.rate)), scale);
      holds(rounded(exact) === value.up && it.amount === "0", [it]);
    });
    data.amounts.forEach(function (part) {
      var own = all.filter(function (it) { return it.part === part && it.key === deal.key && it.kind === "commission"; });
      var off = number(deal.share).up === number(deal.share).low ? zero : whole(1n);
      if (own.length) holds(sign(size(minus(sizes(own), share)), off) <= 0, own);
    });
  });

  // What comes after: each line goes by those before it.
  lines.forEach(function (line) {
    var before = lines.slice(0, line.place), base = line.size, amount = line.pays.up;
    var bound = line.bound === null ? null : BigInt(line.bound);
    var same = function (of) { return base && sign(paid(of), base) === 0; };
    var exact = base && line.rate ? rounded(times(base, number(line.rate))) : null;
    var part = before.filter(function (it) { return it.part === line.part; });
    var deal = function (among) { return among.filter(function (it) { return it.key === line.key; }); };
    // The pieces of the deal that stand right before it.
    var pieces = [], at = line.place;
    while (at-- && deal([lines[at]]).length && lines[at].part === line.part && of(DEAL, [lines[at]]).length) pieces.push(lines[at]);
    var is = true;
    switch (line.kind) {
      case "cap": case "floor":
        if (!data.proved) break;
        if (line.part !== null) is = same(part) || line.key !== "" && same(pieces);
        else is = same(line.kind === "cap" ? before.filter(function (it) { return !it.uncapped; }) : before);
        is = is && base.up + amount === bound && (line.kind === "cap") === (amount < 0n);
        break;
      case "guarantee": is = same(before) && (bound === null || base.up + amount === bound); break;
      case "draw":
        var earned = base && (data.recoverable || base.up > 0n) ? base.up : 0n;
        is = same(before) && (bound === null || earned + amount === bound);
        break;
      case "recovery": is = same(before) && (bound === null || -amount === bound) && amount < 0n && -amount <= base.up; break;
      case "carried": is = same(before) && -amount === base.up; break;
      case "catch_up": is = base && (bound === null || base.up - amount === bound); break;
      case "threshold": case "converted": is = amount === 0n; break;
      case "salary": is = bound === null || amount === bound; break;
      case "release": is = base && base.up === amount; break;
      case "clawback":
        is = exact !== null && exact === -amount && (bound === null || base.up === bound);
        // What the deal had earned, period by period.
        data.earned.filter(function (it) { return it.key === line.key; }).forEach(function (it) {
          is = is && base && sign(sum(it.of.map(function (it) { return whole(it.amount); })), base) === 0;
        });
        break;
      case "holdback":
        // A cap that was spread over several deals stands in one line.
        var spread = before.some(function (it) { return it.kind === "cap" && it.key === ""; });
        is = exact !== null && exact === -amount && (!data.proved || line.rate === data.holdback) && (spread || same(deal(of(EARNED, before))));
        break;
      case "pool": is = exact !== null && exact - amount <= 1n && amount - exact <= 1n; break;
    }
    holds(is, [line]);
  });

  var pays = whole(data.payout), total = foot.cells[foot.cells.length - 1].textContent;
  var adds = sign(paid(lines), pays) === 0 && total === data.total && shows(total, over(pays, scale));
  wrong.forEach(function (place) { rows[place].className = "wrong"; });
  if (!adds) foot.className = "wrong";
  var good = wrong.size === 0 && !broken && adds && rows.length === lines.length;
  var verdict = document.getElementById("verdict");
  verdict.textContent = good ? data.good.replace("#", String(deals.size)) : data.bad;
  verdict.className = good ? "good" : "bad";
})();
