//! How a figure of a forecast was computed.

mod steps;

use super::words::{about, amount, chance, interval, share};
use super::{ForecastView, Landed, Passed, Trend, assumed, stages};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::id::{AssumptionId, LeadId, StageId};
use crate::domain::lead::Lead;
use crate::domain::outlook::Came;
use crate::domain::rates::{Conversion, Rates};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::certificate::Certificate;
use crate::present::rates::conversion_notes;

/// A figure of a forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// What is won.
    Won,
    /// What open leads bring on average.
    Open,
    /// What leads bring that are not there yet.
    Fresh,
    /// Where the period lands.
    Landing,
    /// What it is less than in one of ten cases.
    Low,
    /// What it is more than in one of ten cases.
    High,
    /// The chance to reach the goal.
    Chance,
    /// The odds of a stage.
    Stage(StageId),
    /// The open leads of a stage.
    StageOpen(StageId),
    /// What was won in a month or week of the trend, by its first day.
    Past(Day),
    /// What is expected of one.
    Ahead(Day),
    /// Where the period lands with what is assumed.
    Assumed,
    /// What an assumption adds.
    Assumption(AssumptionId),
}

/// How a figure was computed, where the trend is by the steps that are looked at; `None` where
/// there is no such figure.
pub fn certificate(
    workspace: &Workspace,
    lang: Lang,
    (view, trend): (&ForecastView, &Trend),
    passed: &Passed,
    figure: Figure,
) -> Option<Certificate> {
    let period = format::period(lang, view.period);
    let titled = |name: &str| [name, " · ", &period].concat();
    let notes = super::words::notes(lang, view);
    Some(match figure {
        Figure::Won => Certificate {
            title: titled(lang.forecast_won()),
            value: format::money(lang, view.money(view.outlook.won)),
            formula: lang.forecast_formula_won(
                &format::day(lang, view.span.first),
                &format::day(lang, view.span.last),
            ),
            inputs: Vec::new(),
            notes: converted(workspace, lang, view, &view.outlook.won_leads),
            leads: view.outlook.won_leads.clone(),
        },
        Figure::Open => Certificate {
            title: titled(lang.forecast_from_open()),
            value: about(lang, view.money(view.outlook.open_mean().round() as i64)),
            formula: lang.forecast_formula_open().to_owned(),
            inputs: open_inputs(lang, view),
            notes: with_tenths(lang, notes),
            leads: open_leads(view),
        },
        Figure::Fresh => Certificate {
            title: titled(lang.forecast_from_fresh()),
            value: about(lang, view.money(view.outlook.fresh_mean().round() as i64)),
            formula: lang.forecast_formula_fresh().to_owned(),
            inputs: fresh_inputs(lang, view),
            notes: Vec::new(),
            leads: came_leads(view),
        },
        Figure::Landing => {
            let landed = view.landed.as_ref()?;
            let value = about(lang, landed.likely);
            let formula = lang.forecast_formula_landing().to_owned();
            landing(lang, view, landed, (titled(lang.forecast_half()), value, formula))
        }
        Figure::Low | Figure::High => {
            let landed = view.landed.as_ref()?;
            let (name, value, formula) = match figure {
                Figure::Low => (lang.forecast_low(), landed.low, lang.forecast_formula_low()),
                _ => (lang.forecast_high(), landed.high, lang.forecast_formula_high()),
            };
            landing(lang, view, landed, (titled(name), about(lang, value), formula.to_owned()))
        }
        Figure::Chance => {
            let landed = view.landed.as_ref()?;
            let formula = lang.forecast_formula_chance(&amount(lang, view.quota?));
            let value = chance(lang, landed.chance?);
            landing(lang, view, landed, (titled(lang.forecast_chance_name()), value, formula))
        }
        Figure::Stage(id) => stage(workspace, lang, view, passed, id)?,
        Figure::StageOpen(id) => stage_open(workspace, lang, view, id)?,
        Figure::Assumed => assumed::of_sum(workspace, lang, view)?,
        Figure::Assumption(id) => assumed::of_one(workspace, lang, view, id)?,
        Figure::Past(first) => steps::past(workspace, lang, (view, trend), first)?,
        Figure::Ahead(first) => steps::ahead(workspace, lang, (view, trend), first)?,
    })
}

/// The open leads, those that bring most on average first.
fn open_leads(view: &ForecastView) -> Vec<LeadId> {
    largest_first(view.outlook.open.iter().map(|it| (it.lead, it.brings())).collect())
}

/// The leads that came in earlier stretches, those that add most first.
fn came_leads(view: &ForecastView) -> Vec<LeadId> {
    let all = |it: &Came| (it.lead, it.amount.saturating_mul(it.times as i64));
    largest_first(view.outlook.came.iter().map(all).collect())
}

fn largest_first(mut leads: Vec<(LeadId, i64)>) -> Vec<LeadId> {
    arrange::by(&mut leads, |a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    leads.into_iter().map(|(id, _)| id).collect()
}

/// How amounts of leads were converted, and which could not be.
fn converted(
    workspace: &Workspace,
    lang: Lang,
    view: &ForecastView,
    leads: &[LeadId],
) -> Vec<String> {
    let (rates, mut conversion) = (Rates::on(workspace, view.today), Conversion::default());
    for id in leads {
        if let Some(amount) = workspace.leads.get(*id).and_then(|it| it.amount) {
            conversion.take(&rates, view.currency, (*id, amount));
        }
    }
    conversion_notes(lang, &conversion, &rates, view.currency)
}

/// The notes, and that odds are shown in short.
fn with_tenths(lang: Lang, mut notes: Vec<String>) -> Vec<String> {
    notes.push(lang.forecast_tenths().to_owned());
    notes
}

fn input(name: &str, value: String) -> (String, String) {
    (name.to_owned(), value)
}

fn open_inputs(lang: Lang, view: &ForecastView) -> Vec<(String, String)> {
    let closed = view.outlook.closed;
    let sum = view.money(view.outlook.open_mean().round() as i64);
    let mut inputs = vec![
        input(lang.forecast_input_open(), format::count(lang, view.outlook.open.len() as u64)),
        input(lang.forecast_input_sum(), format::money(lang, sum)),
    ];
    inputs.extend(closed.map(|it| input(lang.forecast_input_rate(), share(lang, it.value()))));
    inputs.extend(closed.map(|it| input(lang.forecast_input_interval(), interval(lang, Some(it)))));
    inputs
}

fn fresh_inputs(lang: Lang, view: &ForecastView) -> Vec<(String, String)> {
    let fresh = &view.outlook.fresh;
    let count = format::count(lang, fresh.len() as u64);
    let mut inputs = vec![input(lang.forecast_input_stretches(), count)];
    if let (Some(least), Some(most)) = (fresh.iter().min(), fresh.iter().max()) {
        inputs.push(input(lang.forecast_input_least(), amount(lang, view.money(*least))));
        inputs.push(input(lang.forecast_input_most(), amount(lang, view.money(*most))));
    }
    inputs
}

fn landing(
    lang: Lang,
    view: &ForecastView,
    landed: &Landed,
    (title, value, formula): (String, String, String),
) -> Certificate {
    let mean = |minor: f64| about(lang, view.money(minor.round() as i64));
    let inputs = vec![
        input(lang.forecast_won(), amount(lang, view.money(view.outlook.won))),
        input(lang.forecast_from_open(), mean(view.outlook.open_mean())),
        input(lang.forecast_from_fresh(), mean(view.outlook.fresh_mean())),
        input(lang.forecast_input_low(), about(lang, landed.low)),
        input(lang.forecast_input_high(), about(lang, landed.high)),
    ];
    let exact = view.outlook.landing.as_ref().is_some_and(|it| it.is_exact());
    let how = if exact { lang.forecast_exact() } else { lang.forecast_simulated() };
    let mut notes = with_tenths(lang, super::words::notes(lang, view));
    notes.push(how.to_owned());
    let leads = open_leads(view).into_iter().chain(view.outlook.won_leads.iter().copied());
    Certificate { title, value, formula, inputs, notes, leads: leads.collect() }
}

fn stage(
    workspace: &Workspace,
    lang: Lang,
    view: &ForecastView,
    passed: &Passed,
    id: StageId,
) -> Option<Certificate> {
    let row = view.stage(id)?;
    let count = |n: u64| format::count(lang, n);
    let (won, closed) = row.rate.map_or((0, 0), |it| (it.successes, it.trials));
    let usual = share(lang, row.usual);
    let mut inputs = vec![
        input(lang.forecast_input_rate(), usual.clone()),
        input(lang.forecast_stage_cases(), count(closed)),
        input(lang.forecast_input_interval(), interval(lang, row.rate)),
    ];
    inputs.extend(
        row.typed.map(|it| input(lang.forecast_stage_typed(), share(lang, it as f64 / 100.0))),
    );
    Some(Certificate {
        title: [lang.forecast_stage_odds(), &row.name].join(" · "),
        value: share(lang, row.value),
        formula: lang.forecast_formula_stage(&count(won), &count(closed), &usual),
        inputs,
        notes: vec![lang.forecast_stages_note().to_owned()],
        leads: stages::behind(workspace, passed, id),
    })
}

fn stage_open(
    workspace: &Workspace,
    lang: Lang,
    view: &ForecastView,
    id: StageId,
) -> Option<Certificate> {
    let row = view.stage(id)?;
    let leads = workspace.leads.iter().filter(|(_, it)| it.stage == Some(id));
    let worth = |(id, lead): (LeadId, &Lead)| (id, lead.amount.map_or(0, |it| it.minor));
    Some(Certificate {
        title: [lang.forecast_stage_open(), &row.name].join(" · "),
        value: format::count(lang, row.open as u64),
        formula: lang.forecast_formula_stage_open().to_owned(),
        inputs: Vec::new(),
        notes: Vec::new(),
        leads: largest_first(leads.map(worth).collect()),
    })
}
