//! How a month or week of the trend was computed: what was won in it, or what is expected of it.

use super::{converted, input};
use crate::domain::arrange;
use crate::domain::calendar::{Day, Span};
use crate::domain::grain::Grain;
use crate::domain::id::LeadId;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::forecast::words::{about, amount, method_name, share, short_step, step};
use crate::present::forecast::{ForecastView, Trend};
use crate::present::format;
use crate::present::goals::certificate::Certificate;
use crate::present::goals::{counts_for, won_in};

/// The days of a step from its first one.
fn days(grain: Grain, first: Day) -> Option<Span> {
    let next = grain.first(grain.number(first) + 1)?;
    Some(Span { first, last: next.minus(1) })
}

/// The leads that were won in some days, the latest first.
fn won(workspace: &Workspace, view: &ForecastView, span: Span) -> Vec<LeadId> {
    let counts = won_in(workspace, span);
    let counts = counts.filter(|(_, it)| counts_for(workspace, it, view.bearer));
    let mut leads: Vec<(Option<Day>, LeadId)> = counts.map(|(id, it)| (it.closes, id)).collect();
    arrange::by_key(&mut leads, |(day, id)| (std::cmp::Reverse(*day), *id));
    leads.into_iter().map(|(_, id)| id).collect()
}

/// What was won in a step that is over; `None` where the trend has none that begins on the day.
pub(super) fn past(
    workspace: &Workspace,
    lang: Lang,
    (view, trend): (&ForecastView, &Trend),
    first: Day,
) -> Option<Certificate> {
    let month = trend.past.iter().find(|it| it.first == first)?;
    let span = days(trend.grain, first)?;
    let leads = won(workspace, view, span);
    let count = format::count(lang, leads.len() as u64);
    Some(Certificate {
        title: [lang.forecast_trend_won(), &step(lang, trend.grain, first)].join(" · "),
        value: format::money(lang, month.won),
        formula: lang
            .forecast_formula_won(&format::day(lang, span.first), &format::day(lang, span.last)),
        inputs: vec![input(lang.certificate_deals(), count)],
        notes: converted(workspace, lang, view, &leads),
        leads,
    })
}

/// What is expected of a step; `None` where the trend expects nothing of one that begins on the day.
pub(super) fn ahead(
    workspace: &Workspace,
    lang: Lang,
    (view, trend): (&ForecastView, &Trend),
    first: Day,
) -> Option<Certificate> {
    let place = trend.ahead.iter().position(|it| it.first == first)?;
    let (found, method) = (trend.ahead[place], trend.method?);
    let (oldest, latest) = (trend.past.first()?.first, trend.past.last()?.first);
    let span = Span { first: oldest, last: days(trend.grain, latest)?.last };
    let count = |n: usize| format::count(lang, n as u64);
    let between = lang.forecast_between(&about(lang, found.low), &about(lang, found.high));
    let mut inputs = vec![input(lang.forecast_trend_interval(), between)];
    if let Some((times, part)) = trend.error {
        inputs.push(input(lang.forecast_input_tried(), count(times)));
        inputs.push(input(lang.forecast_input_off(), share(lang, part)));
    }
    // What it rests on, the latest first: nothing else goes into it.
    let rests = trend.past.iter().rev();
    inputs.extend(rests.map(|it| (short_step(lang, trend.grain, it.first), amount(lang, it.won))));
    let no_error = trend.error.is_none().then(|| lang.forecast_no_error().to_owned());
    let leads = won(workspace, view, span);
    let (name, steps, nth) = (method_name(lang, method), count(trend.past.len()), count(place + 1));
    Some(Certificate {
        title: [lang.forecast_trend_likely(), &step(lang, trend.grain, first)].join(" · "),
        value: about(lang, found.likely),
        formula: match trend.grain {
            Grain::Month => lang.forecast_formula_month(name, &steps, &nth),
            Grain::Week => lang.forecast_formula_week(name, &steps, &nth),
        },
        inputs,
        notes: no_error.into_iter().chain(converted(workspace, lang, view, &leads)).collect(),
        leads,
    })
}
