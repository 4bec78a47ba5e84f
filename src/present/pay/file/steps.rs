//! What the steps go by, as the file shows it: the quota, what was measured, how much of the quota
//! that is, and each step with the one that was reached. The script finds every figure again.

use serde_json::{Value, json};

use super::escaped;
use crate::domain::commission::Plan;
use crate::domain::commission::cycle::Turn;
use crate::domain::commission::format::{print_number, print_sum};
use crate::domain::commission::plan::{Axis, Earning, Measure, Mode, Over, Pays, Reached};
use crate::domain::commission::proof::{
    BonusProof, EachProof, MeasuredProof, PartProof, Step, ThresholdProof,
};
use crate::domain::exact::Exact;
use crate::domain::money::Money;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::pay::summary::percent;

/// The list of what the steps go by, while it is written.
pub(super) struct Shown<'a> {
    lang: Lang,
    plan: &'a Plan,
    html: String,
    rows: usize,
}

impl Earning {
    /// What its tiers go by, or where it has none its threshold.
    fn steps_by(&self) -> Measure {
        let tiers = self.tiers.as_ref().map(|it| it.measure);
        tiers.or(self.threshold.map(|it| it.measure)).unwrap_or_default()
    }
}

/// What somebody was measured at.
struct Measured<'a> {
    axis: Axis,
    quota: Option<Exact>,
    over: Over,
    before: Exact,
    turns: &'a [(Turn, Exact)],
}

impl<'a> Shown<'a> {
    /// Nothing yet.
    pub(super) fn new(lang: Lang, plan: &'a Plan) -> Shown<'a> {
        Shown { lang, plan, html: String::new(), rows: 0 }
    }

    /// The section; empty where nothing goes by steps.
    pub(super) fn section(self) -> String {
        if self.html.is_empty() {
            return String::new();
        }
        let (title, note) = (self.lang.file_steps(), self.lang.file_steps_note());
        format!("<h2>{title}</h2>\n<p>{note}</p>\n{}</dl>\n", self.html)
    }

    /// A part of the plan begins.
    fn head(&mut self, place: usize, kind: &str) {
        let name = self.plan.components.get(place).map(|it| it.name.as_str()).unwrap_or_default();
        let name = if name.is_empty() { kind } else { name };
        let text = self.lang.file_part(&(place + 1).to_string(), name);
        let close = if self.html.is_empty() { "" } else { "</dl>\n" };
        self.html.push_str(&format!("{close}<h3>{}</h3>\n<dl>\n", escaped(&text)));
    }

    /// A figure: its place in the list and what is written there.
    fn row(&mut self, term: &str, text: &str) -> Value {
        let row = format!("<dt>{}</dt><dd>{}</dd>\n", escaped(term), escaped(text));
        self.html.push_str(&row);
        self.rows += 1;
        json!([self.rows - 1, text])
    }

    fn money(&self, minor: Exact) -> String {
        format::money(self.lang, Money::new(minor.rounded(), self.plan.currency))
    }

    fn size(&self, axis: Axis, number: Exact) -> String {
        match axis {
            Axis::Amount | Axis::Margin => self.money(number),
            Axis::Count | Axis::Quantity => print_number(number),
        }
    }

    fn measured(&mut self, it: &Measured) -> Value {
        let lang = self.lang;
        let quota = it.quota.map(|quota| {
            let term = match it.over {
                Over::Year => lang.file_quota_year(),
                Over::YearToDate => lang.file_quota_to_date(),
                Over::Period | Over::Deal => lang.file_quota(),
            };
            let text = self.size(it.axis, quota);
            self.row(term, &text)
        });
        let is_year = it.over.is_over_year();
        let before = (it.before != Exact::ZERO).then(|| {
            let text = self.size(it.axis, it.before);
            self.row(lang.file_before(), &text)
        });
        let mut turns = Vec::new();
        for (turn, sold) in it.turns {
            let when = turn.0.map(|it| format::period(lang, it));
            let term = when
                .map_or_else(|| lang.file_measured().to_owned(), |it| lang.file_measured_in(&it));
            let text = self.size(it.axis, *sold);
            turns.push(json!({ "sold": print_number(*sold), "shown": self.row(&term, &text) }));
        }
        let total = it.turns.iter().try_fold(it.before, |sum, it| sum.plus(it.1));
        let total = total.unwrap_or(it.before);
        let whole = is_year.then(|| {
            let text = self.size(it.axis, total);
            self.row(lang.file_measured_year(), &text)
        });
        let attained = it.quota.and_then(|quota| total.over(quota)).map(|part| {
            let hundredths = part.times(Exact::whole(10_000)).map_or(0, Exact::rounded);
            let text = Exact::new(hundredths.into(), 10_000).map(percent).unwrap_or_default();
            self.row(lang.file_attainment(), &text)
        });
        json!({
            "money": matches!(it.axis, Axis::Amount | Axis::Margin),
            "unit": print_number(it.quota.unwrap_or(Exact::ONE)),
            "total": print_number(total),
            "before": print_number(it.before),
            "turns": turns,
            "shown": { "quota": quota, "before": before, "total": whole, "attained": attained },
        })
    }

    /// Where a step begins.
    fn from(&self, axis: Axis, is_by_quota: bool, from: Exact) -> String {
        if is_by_quota { percent(from) } else { self.size(axis, from) }
    }

    /// Steps, with the one that was reached: the texts of all, and what the mark makes of one.
    fn steps(
        &mut self,
        all: &[(usize, Option<String>, String)],
        (reached, is_for_all): (Option<usize>, bool),
        term: &dyn Fn(&str) -> String,
    ) -> Value {
        let lang = self.lang;
        let mark =
            |it: &str| if is_for_all { lang.file_reached_all(it) } else { lang.file_reached(it) };
        let next = |place: usize| all.get(place + 1).and_then(|it| it.1.clone());
        let mut told = Vec::new();
        for (place, (at, from, price)) in all.iter().enumerate() {
            let text = match (from, next(place)) {
                (Some(from), _) => lang.file_from(from, price),
                (None, Some(next)) => lang.file_below(&next, price),
                (None, None) => price.clone(),
            };
            let shown = if reached == Some(*at) { mark(&text) } else { text.clone() };
            let row = self.row(&term(&(place + 1).to_string()), &shown);
            told.push(
                json!({ "at": at, "row": row[0], "text": text, "from": from, "price": price }),
            );
        }
        json!({ "steps": told, "mark": mark("#") })
    }

    /// A part that pays by deals; nothing where it has one price alone.
    pub(super) fn part(&mut self, it: &PartProof) -> Value {
        let lang = self.lang;
        if it.measured.is_none() && it.threshold.is_none() && it.each.is_none() {
            return Value::Null;
        }
        self.head(it.component, lang.file_commission());
        let by = it.measured.as_ref().map(|it| self.by_tiers(it));
        let threshold = it.threshold.map(|it| self.threshold(it, by.is_none()));
        let each = it.each.as_ref().map(|each| self.each(it.component, each));
        let is_shown = it.measured.is_some() || 1 < it.steps.len();
        let steps = is_shown.then(|| self.tiers(it));
        json!({ "by": by, "threshold": threshold, "each": each, "list": steps })
    }

    fn by_tiers(&mut self, it: &MeasuredProof) -> Value {
        let now = it.ends.minus(it.begins).unwrap_or(Exact::ZERO);
        let mut turns = it.earlier.clone();
        turns.push((Turn(None), now));
        let quota = it.is_by_quota.then_some(it.unit);
        let MeasuredProof { axis, over, before, .. } = *it;
        self.measured(&Measured { axis, quota, over, before, turns: &turns })
    }

    fn tiers(&mut self, it: &PartProof) -> Value {
        let lang = self.lang;
        let earning = self.plan.components.get(it.component).and_then(|it| it.pays.earning());
        let is_each = earning.is_some_and(|it| matches!(it.base, Axis::Count | Axis::Quantity));
        let measure = earning.map(Earning::steps_by).unwrap_or_default();
        let (axis, is_part) = match &it.measured {
            Some(measured) => (measured.axis, measured.is_by_quota),
            None => (measure.axis.unwrap_or_default(), measure.of_amount),
        };
        // Tiers that begin at nothing leave nothing below them.
        let is_idle = it.steps.get(1).is_some_and(|it| it.from == Some(Exact::ZERO));
        let price = |price: Exact| match is_each {
            true => format!("× {}", print_sum(price, self.plan.currency)),
            false => percent(price),
        };
        let step = |(at, it): (usize, &Step)| {
            (at, it.from.map(|from| self.from(axis, is_part, from)), price(it.price))
        };
        let all: Vec<_> = it.steps.iter().enumerate().skip(is_idle.into()).map(step).collect();
        // Where a threshold is missed no step pays.
        let is_missed = it.threshold.is_some_and(|it| match it.reached {
            Reached::At => it.sold < it.at,
            Reached::Above => it.sold <= it.at,
        });
        let reached = it.measured.as_ref().filter(|_| !is_missed).map(|measured| {
            let is_reached = |it: &&Step| match it.from.and_then(|it| it.times(measured.unit)) {
                None => true,
                Some(from) => match measured.reached {
                    Reached::At => from <= measured.ends,
                    Reached::Above => from < measured.ends,
                },
            };
            let count = it.steps.iter().filter(is_reached).count();
            count.saturating_sub(1).max(is_idle.into())
        });
        let is_for_all = it.measured.as_ref().is_some_and(|it| it.mode == Mode::Retroactive);
        let mut list = self.steps(&all, (reached, is_for_all), &|it| lang.file_step(it));
        list["part"] = json!(is_part);
        list["money"] = json!(!is_part && matches!(axis, Axis::Amount | Axis::Margin));
        list["each"] = json!(is_each);
        list["idle"] = json!(is_idle);
        list
    }

    fn threshold(&mut self, it: ThresholdProof, is_alone: bool) -> Value {
        let lang = self.lang;
        let text = self.size(it.axis, it.at);
        let quota = it.quota.filter(|_| is_alone).map(|quota| {
            let text = self.size(it.axis, quota);
            self.row(lang.file_quota(), &text)
        });
        let at = self.row(lang.file_threshold(), &text);
        let is_reached = match it.reached {
            Reached::At => it.at <= it.sold,
            Reached::Above => it.at < it.sold,
        };
        let sold = self.size(it.axis, it.sold);
        let words = |is: bool| if is { lang.file_reached(&sold) } else { lang.file_missed(&sold) };
        let sold = self.row(lang.file_against(), &words(is_reached));
        json!({
            "money": matches!(it.axis, Axis::Amount | Axis::Margin),
            "unit": it.quota.map(print_number),
            "quota": quota,
            "at": at,
            "sold": sold[0],
            "reached": words(true),
            "missed": words(false),
        })
    }

    /// How large each deal is, where each is looked at by itself.
    fn each(&mut self, place: usize, it: &EachProof) -> Value {
        let earning = self.plan.components.get(place).and_then(|it| it.pays.earning());
        let measure = earning.map(Earning::steps_by).unwrap_or_default();
        let term = self.lang.file_deals(&it.deals.len().to_string());
        let sizes: Vec<String> = it
            .deals
            .values()
            .map(|(size, _)| self.from(measure.axis.unwrap_or_default(), measure.of_amount, *size))
            .collect();
        let shown = self.row(&term, &sizes.join(self.lang.list_semicolon()));
        json!({
            "row": shown,
            "sizes": sizes,
            "part": measure.of_amount,
            "money": !matches!(measure.axis, Some(Axis::Count | Axis::Quantity)),
        })
    }

    /// A bonus.
    pub(super) fn bonus(&mut self, it: &BonusProof) -> Value {
        let lang = self.lang;
        self.head(it.component, lang.pay_kind(crate::domain::commission::Kind::Bonus));
        let over = match self.plan.components.get(it.component).map(|it| &it.pays) {
            Some(Pays::Bonus(bonus)) => bonus.measure.over,
            _ => Over::Period,
        };
        let is_year = over.is_over_year();
        let turns: Vec<(Turn, Exact)> = it.turns.iter().map(|it| (it.turn, it.sold)).collect();
        let turns: Vec<_> = match is_year {
            true => turns,
            false => turns.into_iter().map(|(_, sold)| (Turn(None), sold)).collect(),
        };
        let BonusProof { axis, quota, before, .. } = *it;
        let by = self.measured(&Measured { axis, quota, over, before, turns: &turns });
        let level = |(at, (from, pays)): (usize, &(Exact, Exact))| {
            (at, Some(self.from(axis, quota.is_some(), *from)), self.money(*pays))
        };
        let all: Vec<_> = it.levels.iter().enumerate().map(level).collect();
        let is_reached = |(from, _): &&(Exact, Exact)| match it.reached {
            Reached::At => *from <= it.sold,
            Reached::Above => *from < it.sold,
        };
        let reached = it.levels.iter().take_while(is_reached).count().checked_sub(1);
        let mut list = self.steps(&all, (reached, false), &|it| lang.file_level(it));
        list["part"] = json!(quota.is_some());
        list["money"] = json!(quota.is_none() && matches!(axis, Axis::Amount | Axis::Margin));
        let due = (it.due != Exact::ONE).then(|| self.row(lang.file_due(), &percent(it.due)));
        let paid = is_year.then(|| {
            let last = it.turns.len().saturating_sub(1);
            let paid = it.turns[..last].iter().fold(it.paid_before, |sum, it| sum + it.paid);
            let text = self.money(Exact::whole(paid.into()));
            self.row(lang.file_paid_before(), &text)
        });
        json!({ "by": by, "list": list, "due": due, "paid": paid })
    }
}
