//! Where periods land at their pace: the company's, and those of teams and people that have won
//! often enough to say.

use std::collections::BTreeMap;

use super::{GoalsView, Phase, counts_for};
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::goal::Bearer;
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Money};
use crate::domain::pace::Projection;
use crate::domain::pipeline::Outcome;
use crate::domain::rates::Rates;
use crate::domain::settings::Settings;
use crate::domain::workspace::Workspace;

/// How many periods before say how the days left of one go.
const EARLIER: usize = 8;
/// Of a team or person so many leads must be won in the period,
const FEWEST_DEALS: u64 = 5;
/// and so many earlier periods must say how the days left go.
const FEWEST_PERIODS: usize = 2;

/// Where the teams and people of a running period land at their pace; those of whom too little is
/// known are left out.
pub fn row_projections(
    workspace: &Workspace,
    view: &GoalsView,
    today: Day,
) -> BTreeMap<Bearer, Projection> {
    let rows = view.rows().filter(|it| it.bearer != Bearer::Company);
    let rows = rows.filter(|it| it.quota.amount().is_some() && is_enough(it.deals));
    let (settings, rates) = (workspace.settings(), Rates::on(workspace, today));
    let spans = spans(view.period, &settings).filter(|_| view.phase == Phase::Running);
    let Some(spans) = spans else { return BTreeMap::new() };
    let mut known: BTreeMap<Currency, Vec<(Day, i64, &Lead)>> = BTreeMap::new();
    let found = rows.filter_map(|row| {
        let currency = row.won.currency;
        let all = known
            .entry(currency)
            .or_insert_with(|| won_until(workspace, &rates, today, currency).collect());
        let own = all.iter().filter(|(_, _, lead)| counts_for(workspace, lead, row.bearer));
        let own: Vec<(Day, i64)> = own.map(|(day, minor, _)| (*day, *minor)).collect();
        Some((row.bearer, row_projection(row.won, &own, &spans, today, &settings)?))
    });
    found.collect()
}

/// Whether so many leads that were won in a period say something of one team, person or part.
pub(in crate::present) fn is_enough(deals: u64) -> bool {
    FEWEST_DEALS <= deals
}

/// Where one lands at its pace, from what it won so far and on which day.
pub fn row_projection(
    so_far: Money,
    won: &[(Day, i64)],
    spans: &(Span, Vec<Span>),
    today: Day,
    settings: &Settings,
) -> Option<Projection> {
    let found = projected(won, so_far, spans, today, settings)?;
    (FEWEST_PERIODS <= found.earlier).then(|| found.at_least(so_far.minor))
}

/// The projection by the days that are over.
pub(super) fn projected(
    won: &[(Day, i64)],
    so_far: Money,
    (span, earlier): &(Span, Vec<Span>),
    today: Day,
    settings: &Settings,
) -> Option<Projection> {
    Projection::new(won, so_far.currency, (*span, earlier), today.minus(1), settings)
}

/// A period, and those of the same length before it; `None` outside the calendar.
pub(in crate::present) fn spans(period: Period, settings: &Settings) -> Option<(Span, Vec<Span>)> {
    let start = settings.fiscal_start();
    let back = std::iter::successors(Some(period.previous()), |it| Some(it.previous()));
    Some((period.span(start)?, back.take(EARLIER).filter_map(|it| it.span(start)).collect()))
}

/// What was won until a day: on which day, and how much of a currency.
pub(super) fn won_until<'a>(
    workspace: &'a Workspace,
    rates: &'a Rates,
    day: Day,
    currency: Currency,
) -> impl Iterator<Item = (Day, i64, &'a Lead)> {
    workspace.leads.values().filter_map(move |lead| {
        let amount = rates.convert_to(lead.amount?, currency)?;
        let closed = lead.closes.filter(|it| *it <= day)?;
        (lead.outcome(workspace) == Outcome::Won).then_some((closed, amount.minor, lead))
    })
}
