//! How a figure of a forecast was computed.

use super::words::{about, amount, chance, interval, share};
use super::{ForecastView, Landed, Passed, stages};
use crate::domain::arrange;
use crate::domain::id::{LeadId, StageId};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::certificate::Certificate;

/// A figure of a forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// What is won.
    Won,
    /// What open leads bring on average.
    Open,
    /// What leads bring that are not there yet.
    Fresh,
    /// Where the period lands.
    Landing,
    /// The chance to reach the goal.
    Chance,
    /// The odds of a stage.
    Stage(StageId),
}

/// How a figure was computed; `None` where there is no such figure.
pub fn certificate(
    workspace: &Workspace,
    lang: Lang,
    view: &ForecastView,
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
            notes: Vec::new(),
            leads: view.outlook.won_leads.clone(),
        },
        Figure::Open => Certificate {
            title: titled(lang.forecast_from_open()),
            value: about(lang, view.money(view.outlook.open_mean().round() as i64)),
            formula: lang.forecast_formula_open().to_owned(),
            inputs: rate_inputs(lang, view),
            notes,
            leads: open_leads(view),
        },
        Figure::Fresh => Certificate {
            title: titled(lang.forecast_from_fresh()),
            value: about(lang, view.money(view.outlook.fresh_mean().round() as i64)),
            formula: lang.forecast_formula_fresh().to_owned(),
            inputs: fresh_inputs(lang, view),
            notes: Vec::new(),
            leads: Vec::new(),
        },
        Figure::Landing => {
            let landed = view.landed.as_ref()?;
            let value = about(lang, landed.likely);
            let formula = lang.forecast_formula_landing().to_owned();
            landing(lang, view, landed, (titled(lang.forecast_half()), value, formula))
        }
        Figure::Chance => {
            let landed = view.landed.as_ref()?;
            let formula = lang.forecast_formula_chance(&amount(lang, view.quota?));
            let value = chance(lang, landed.chance?);
            landing(lang, view, landed, (titled(lang.forecast_chance_name()), value, formula))
        }
        Figure::Stage(id) => stage(workspace, lang, view, passed, id)?,
    })
}

/// The open leads, those that bring most on average first.
fn open_leads(view: &ForecastView) -> Vec<LeadId> {
    let mut open: Vec<(LeadId, i64)> =
        view.outlook.open.iter().map(|it| (it.lead, (it.amount as f64 * it.odds) as i64)).collect();
    arrange::by(&mut open, |a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    open.into_iter().map(|(id, _)| id).collect()
}

fn input(name: &str, value: String) -> (String, String) {
    (name.to_owned(), value)
}

fn rate_inputs(lang: Lang, view: &ForecastView) -> Vec<(String, String)> {
    let closed = view.outlook.closed;
    let mut inputs = vec![input(
        lang.forecast_input_open(),
        format::count(lang, view.outlook.open.len() as u64),
    )];
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
    let mut notes = super::words::notes(lang, view);
    notes.push(how.to_owned());
    Certificate { title, value, formula, inputs, notes, leads: open_leads(view) }
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
