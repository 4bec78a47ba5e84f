//! How often leads are won, group by group: with intervals, ranked only where the numbers allow it,
//! and called better or worse only where chance alone would not do it.

use std::collections::BTreeMap;

use super::group::{Group, Key, Sorter};
use super::scope::{Looked, Scope};
use super::{Dimension, Figure, Measure, RowView, TableView, dash, interval};
use crate::domain::arrange;
use crate::domain::contrast::{Exact, LEVEL, corrected};
use crate::domain::insight::Rate;
use crate::domain::pipeline::Outcome;
use crate::domain::rates::Rates;
use crate::i18n::Lang;
use crate::present::chart::Bar;
use crate::present::forecast::words::{amount, share};
use crate::present::format;
use crate::present::name_order::NameOrder;

/// Win rates, ready to be shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RatesView {
    /// What there is to say.
    pub sentence: String,
    /// The groups with their rates.
    pub bars: Vec<RateBar>,
    /// The rate over all groups.
    pub usual: Option<f64>,
    /// The same and more as a table.
    pub table: TableView,
    /// What the figures leave out, and how groups are compared.
    pub notes: Vec<String>,
}

/// The rate of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct RateBar {
    /// The group.
    pub name: String,
    /// The rate and what it comes from, in words.
    pub shown: String,
    /// The rate with its interval.
    pub bar: Bar,
    /// How the group stands to the others.
    pub verdict: Verdict,
}

/// How a group stands to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Clearly more is won.
    Above,
    /// Clearly less is won.
    Below,
    /// Chance alone may make the difference.
    Alike,
    /// Too little is closed; about so many more would settle it.
    TooFew(u64),
}

/// A group with what is said of it.
pub(super) struct Compared {
    pub(super) key: Key,
    pub(super) name: String,
    pub(super) group: Group,
    pub(super) rate: Rate,
    pub(super) verdict: Verdict,
}

/// The groups in the order to show: those of which enough is known by their rates, then the others
/// by their names.
pub(super) fn compared(scope: Scope<'_>, sorter: &Sorter<'_>) -> (Vec<Compared>, Group) {
    let mut all = Group::default();
    let mut groups: BTreeMap<Key, Group> = BTreeMap::new();
    for looked in scope.closed() {
        all.add(looked, sorter.rates());
        for (key, part) in sorter.parts(looked) {
            groups.entry(key).or_default().add_at(looked, part, sorter.rates());
        }
    }
    let groups = groups.into_iter().filter_map(|(key, group)| {
        let (name, rate) = (sorter.name(&key), group.figures.win_rate()?);
        Some(Compared { key, name, group, rate, verdict: Verdict::Alike })
    });
    let mut groups: Vec<Compared> = groups.collect();
    judge(&mut groups, (all.figures.won, all.figures.won + all.figures.lost));
    let by_size = matches!(scope.address.by, Dimension::Size);
    arrange::by_cached_key(&mut groups, |it| {
        let rank = match it.verdict {
            _ if by_size => 0,
            Verdict::TooFew(_) => i64::MAX,
            _ => -(it.rate.value() * 1e9) as i64,
        };
        let unsaid = it.key == Key::Unsaid;
        let band = if by_size { Some(it.key.clone()) } else { None };
        (rank, unsaid, band, NameOrder::of(&it.name), it.key.clone())
    });
    (groups, all)
}

/// Compares each group with all others; all comparisons are corrected together.
fn judge(groups: &mut [Compared], all: (u64, u64)) {
    let exact = Exact::up_to(all.1);
    let other = |rate: Rate| (all.0 - rate.successes, all.1 - rate.trials);
    let chance = |it: &Compared| match other(it.rate) {
        (_, 0) => 1.0,
        rest => exact.chance((it.rate.successes, it.rate.trials), rest),
    };
    let chances: Vec<f64> = groups.iter().map(chance).collect();
    for (it, chance) in groups.iter_mut().zip(corrected(&chances)) {
        let usual = all.0 as f64 / all.1 as f64;
        it.verdict = match chance {
            chance if chance <= LEVEL && usual < it.rate.value() => Verdict::Above,
            chance if chance <= LEVEL => Verdict::Below,
            _ if it.rate.is_settled() => Verdict::Alike,
            _ => Verdict::TooFew(it.rate.trials_to_settle()),
        };
    }
}

/// The win rates of what is asked.
pub fn rates(scope: Scope<'_>) -> RatesView {
    let sorter = Sorter::new(scope, scope.address.by);
    let (groups, all) = compared(scope, &sorter);
    let usual = all.figures.win_rate();
    RatesView {
        sentence: sentence(scope, &groups, usual),
        bars: groups.iter().map(|it| bar(scope.lang, it)).collect(),
        usual: usual.map(Rate::value),
        table: table(scope, &sorter, &groups, &all),
        notes: notes(scope, &groups, &all, sorter.rates()),
    }
}

/// The dimensions that tell closed leads apart.
pub fn dimensions(scope: Scope<'_>) -> Vec<Dimension> {
    let tells = |dimension: &&Dimension| {
        let sorter = Sorter::new(scope, **dimension);
        **dimension == scope.address.by
            || scope.closed().any(|it| sorter.keys(it).iter().any(|key| *key != Key::Unsaid))
    };
    Dimension::ALL.iter().filter(tells).copied().collect()
}

fn sentence(scope: Scope<'_>, groups: &[Compared], usual: Option<Rate>) -> String {
    let lang = scope.lang;
    let Some(usual) = usual else { return lang.insight_nothing_closed().to_owned() };
    let of = |verdict: Verdict| {
        let names: Vec<&str> =
            groups.iter().filter(|it| it.verdict == verdict).map(|it| it.name.as_str()).collect();
        (!names.is_empty()).then(|| lang.insight_names(&names))
    };
    let by = scope.address.by.words(lang);
    let told = groups.iter().filter(|it| !matches!(it.verdict, Verdict::TooFew(_))).count();
    match (of(Verdict::Above), of(Verdict::Below)) {
        (Some(above), Some(below)) => lang.insight_above_and_below(&above, &below),
        (Some(above), None) => lang.insight_above(&above),
        (None, Some(below)) => lang.insight_below(&below),
        (None, None) if groups.len() < 2 => {
            lang.insight_all_won(&share(lang, usual.value()), &format::count(lang, usual.trials))
        }
        (None, None) if told < 2 => lang.insight_too_few_by(by),
        (None, None) => lang.insight_all_alike(by),
    }
}

fn bar(lang: Lang, it: &Compared) -> RateBar {
    let counts = counts(lang, it.rate);
    let shown = match it.verdict {
        Verdict::TooFew(_) => counts,
        _ => [share(lang, it.rate.value()), counts].join(" · "),
    };
    RateBar {
        name: it.name.clone(),
        shown,
        bar: Bar { value: it.rate.value(), interval: Some((it.rate.low, it.rate.high)) },
        verdict: it.verdict,
    }
}

/// So many won of so many closed.
pub(super) fn counts(lang: Lang, rate: Rate) -> String {
    lang.insight_of(&format::count(lang, rate.successes), &format::count(lang, rate.trials))
}

fn verdict_words(lang: Lang, verdict: Verdict) -> String {
    match verdict {
        Verdict::Above => lang.insight_is_above().to_owned(),
        Verdict::Below => lang.insight_is_below().to_owned(),
        Verdict::Alike => lang.insight_is_alike().to_owned(),
        Verdict::TooFew(more) => lang.insight_is_too_few(&format::count(lang, more)),
    }
}

fn table(scope: Scope<'_>, sorter: &Sorter<'_>, groups: &[Compared], all: &Group) -> TableView {
    let lang = scope.lang;
    let row = |name: &str, key: Option<&Key>, group: &Group, verdict: String| {
        let figure = |measure| Some(Figure::Group(key.cloned(), measure));
        let amount = |measure| {
            let amount = group.amount(measure, sorter.rates());
            let figure = figure(measure).filter(|_| amount.is_some());
            (amount.map_or_else(dash, |it| self::amount(lang, it)), figure)
        };
        let days = |measure| {
            let days = group.days(measure);
            let figure = figure(measure).filter(|_| days.is_some());
            (days.map_or_else(dash, |it| format::decimal(lang, it, 1)), figure)
        };
        let rate = group.figures.win_rate();
        RowView {
            name: name.to_owned(),
            cells: vec![
                (rate.map_or_else(dash, |it| rate_words(lang, it)), figure(Measure::Rate)),
                (interval(lang, rate), None),
                (rate.map_or_else(dash, |it| counts(lang, it)), None),
                (verdict, None),
                amount(Measure::Won),
                amount(Measure::Average),
                days(Measure::MeanDays),
                days(Measure::MedianDays),
            ],
        }
    };
    let of_group =
        |it: &Compared| row(&it.name, Some(&it.key), &it.group, verdict_words(lang, it.verdict));
    let mut rows: Vec<RowView> = groups.iter().map(of_group).collect();
    if 1 < groups.len() {
        rows.push(row(lang.insight_all(), None, all, String::new()));
    }
    let heads = [
        scope.address.by.words(lang),
        lang.insight_rate(),
        lang.insight_interval(),
        lang.insight_won_of_closed(),
        lang.insight_compared(),
        lang.insight_won_value(),
        lang.insight_average(),
        lang.insight_mean_days(),
        lang.insight_median_days(),
    ];
    TableView {
        caption: lang.insight_rates_caption(scope.address.by.words(lang)),
        heads: heads.map(str::to_owned).to_vec(),
        rows,
    }
}

/// The rate, or only its counts where they are too few to say it.
fn rate_words(lang: Lang, rate: Rate) -> String {
    if rate.is_settled() { share(lang, rate.value()) } else { counts(lang, rate) }
}

/// How groups are compared, and what is left out.
fn notes(scope: Scope<'_>, groups: &[Compared], all: &Group, rates: &Rates) -> Vec<String> {
    let lang = scope.lang;
    let mut notes = Vec::new();
    if 1 < groups.len() {
        notes.push(lang.insight_how_compared().to_owned());
    }
    if scope.address.by == Dimension::Size {
        notes.push(lang.insight_how_sized().to_owned());
    }
    if scope.address.by == Dimension::Competitor {
        notes.push(lang.insight_how_competitors().to_owned());
    }
    notes.extend(missing(lang, all, rates));
    let is_undated = |it: &Looked<'_>| it.outcome != Outcome::Open && it.lead.closes.is_none();
    let undated = scope.leads().filter(is_undated).count();
    if scope.span().is_some() && undated != 0 {
        notes.push(lang.insight_undated(&format::count(lang, undated as u64)));
    }
    notes
}

/// What is missing to make a sum of won amounts.
pub(super) fn missing(lang: Lang, group: &Group, rates: &Rates) -> Option<String> {
    let codes: Vec<String> = group.won_value.missing().map(|it| it.to_string()).collect();
    let home = rates.home().to_string();
    (!codes.is_empty()).then(|| lang.insight_rate_missing(&codes.join(", "), &home))
}
