//! What a plan means and what it makes people do, beside its form; in short where it is published.

use leptos::html;
use leptos::prelude::*;

use super::Desk;
use super::builder::Draft;
use crate::domain::commission::Plan;
use crate::domain::commission::check::Weight;
use crate::domain::money::{Currency, Money};
use crate::domain::quota::Split;
use crate::present::chart::Curve;
use crate::present::format;
use crate::present::pay::TABLES;
use crate::present::pay::builder::read;
use crate::present::pay::findings::{
    CurveView, FindingView, KindView, NoQuotaView, no_quota, usual, verdict,
};
use crate::present::pay::summary::summary;
use crate::runtime::route::Route;
use crate::ui::{
    Badge, Button, ButtonKind, ChartFrame, Choice, Column, CurveChart, Icon, Notice, SelectField,
    Table as TableView, Tone, go_to,
};

/// What is found in a plan as it is written now.
#[derive(Clone, Copy)]
pub(super) struct Check {
    plan: Memo<Result<Plan, String>>,
    curve: Memo<Option<CurveView>>,
    no_quota: Memo<Option<NoQuotaView>>,
    /// Which curve is looked at: its place.
    chosen: RwSignal<usize>,
    /// The heading of the check.
    place: NodeRef<html::H2>,
}

impl Check {
    pub(super) fn new(desk: Desk, fields: Draft) -> Check {
        let Desk { app, lang } = desk;
        let known = Memo::new(move |_| fields.read().plan.clone());
        let plan = Memo::new(move |_| known.with(|it| read(lang.get(), &it.plan)));
        let curve = Memo::new(move |_| {
            let plan = plan.get().ok()?;
            let usual = app.view(&TABLES, |it| usual(it, &plan));
            CurveView::new(lang.get(), &plan, usual)
        });
        let no_quota = Memo::new(move |_| {
            let (lang, today) = (lang.get(), app.today().get());
            known.with(|known| app.view(&TABLES, |it| no_quota(it, lang, known, today)))
        });
        Check { plan, curve, no_quota, chosen: RwSignal::new(0), place: NodeRef::new() }
    }

    fn findings(self) -> Vec<FindingView> {
        self.curve.get().map(|it| it.findings).unwrap_or_default()
    }

    /// The curve that is looked at; the first where there is none so far behind.
    fn kind(self) -> KindView {
        let kinds = self.curve.get().map(|it| it.kinds).unwrap_or_default();
        let place = self.chosen.get().min(kinds.len().saturating_sub(1));
        kinds.into_iter().nth(place).unwrap_or_default()
    }

    /// The currency of the plan, where it can be read.
    fn currency(self) -> Currency {
        self.plan.with(|it| it.as_ref().map_or(Currency::CNY, |it| it.currency))
    }
}

/// What the check comes to, beside the button that publishes; and the way to it.
#[component]
pub(super) fn Verdict(desk: Desk, check: Check) -> impl IntoView {
    let lang = desk.lang;
    let words = move || {
        let lang = lang.get();
        let why = match check.plan.get() {
            Err(why) => why,
            Ok(_) if check.curve.read().is_none() => String::new(),
            Ok(_) => {
                let no_quota = check.no_quota.get();
                return verdict(lang, &check.findings(), no_quota.as_ref());
            }
        };
        lang.verdict_unread(&why).trim_end().to_owned()
    };
    view! {
        <div class="actions actions--start pay__verdict">
            <p role="status" data-testid="pay-verdict">{words}</p>
            <Button
                kind=ButtonKind::Link
                icon=Icon::Search
                label=move || lang.get().verdict_show()
                on_press=move || go_to(check.place)
                attr:data-testid="pay-verdict-show"
            />
        </div>
    }
}

/// The plan in words, what should be looked at, and its curve.
#[component]
pub(super) fn Meaning(
    desk: Desk,
    check: Check,
    /// Goes to where quotas of a year are set, without losing what is written.
    #[prop(into)]
    to_quotas: Callback<Route>,
) -> impl IntoView {
    let lang = desk.lang;
    let words = move || check.plan.get().map(|it| summary(lang.get(), &it)).unwrap_or_default();
    let wrong = move || check.plan.get().err();
    let drawn = Signal::derive(move || {
        let KindView { points, marks, .. } = check.kind();
        Curve { points, marks: marks.into_iter().map(|it| it.0).collect() }
    });
    let short = move |major: f64| {
        let money = crate::present::chart::money(major, check.currency());
        format::money_compact(lang.get(), money)
    };
    let sound = move || {
        let curve = check.curve.get()?;
        let is_sound = curve.findings.is_empty() && check.no_quota.read().is_none();
        is_sound.then(|| lang.get().find_sound())
    };
    let finding = move |it: FindingView| {
        let mend = (it.weight == Weight::Mend).then(|| {
            let says = move || lang.get().find_to_mend().to_owned();
            view! { <Badge label=Signal::derive(says) tone=Tone::Warn icon=Icon::Warn /> " " }
        });
        view! { <li data-testid="pay-finding">{mend} {it.words}</li> }
    };
    let unquoted = move |it: NoQuotaView| {
        let route = Route::Quotas(it.year, Split::People);
        let action = view! {
            <Button
                label=move || lang.get().find_quotas()
                on_press=move || to_quotas.run(route.clone())
                attr:data-testid="pay-quotas"
            />
        };
        view! {
            <div data-testid="pay-no-quota">
                <Notice tone=Tone::Warn words=it.words action=Some(action.into_any()) />
            </div>
        }
    };
    view! {
        <section class="section" data-testid="pay-words">
            <h2 class="section__title">{move || lang.get().pay_in_words()}</h2>
            {move || wrong().map(|it| view! { <Notice tone=Tone::Warn words=it /> })}
            <ul class="pay__words">
                {move || words().into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}
            </ul>
        </section>
        <section class="section" data-testid="pay-check">
            <h2 class="section__title" tabindex="-1" node_ref=check.place>
                {move || lang.get().pay_check()}
            </h2>
            {move || wrong().map(|it| view! { <p>{lang.get().verdict_unread(&it)}</p> })}
            {move || check.no_quota.get().map(unquoted)}
            <Show when=move || check.curve.read().is_some()>
                <p data-testid="pay-sound">{sound}</p>
                <ol class="pay__findings">
                    {move || check.findings().into_iter().map(finding).collect_view()}
                </ol>
                <KindField desk check />
                <ChartFrame
                    sentence=move || lang.get().curve_title()
                    table=move || view! { <CurveTable desk check /> }
                >
                    <CurveChart curve=drawn format=short />
                </ChartFrame>
                <p class="section__note">{move || check.curve.get().map(|it| it.usual)}</p>
            </Show>
        </section>
    }
}

/// Which deals the curve is drawn for, where several kinds have something to look at.
#[component]
fn KindField(desk: Desk, check: Check) -> impl IntoView {
    let lang = desk.lang;
    let choices = Memo::new(move |_| {
        let kinds = check.curve.get().map(|it| it.kinds).unwrap_or_default();
        let choice = |(place, it): (usize, KindView)| Choice::new(place.to_string(), it.name);
        kinds.into_iter().enumerate().map(choice).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || 1 < choices.read().len()>
            <span data-testid="pay-curve-kind">
                <SelectField
                    label=move || lang.get().curve_of()
                    choices=Signal::derive(move || choices.get())
                    value=Signal::derive(move || check.chosen.get().to_string())
                    on_change=move |place: String| check.chosen.set(place.parse().unwrap_or(0))
                />
            </span>
        </Show>
    }
}

#[component]
fn CurveTable(desk: Desk, check: Check) -> impl IntoView {
    let lang = desk.lang;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns =
            [Column::figure("sold", lang.pay_sold()), Column::figure("payout", lang.pay_payout())];
        columns.map(Column::unsorted).to_vec()
    });
    let row = move |(sold, payout): (f64, f64)| {
        let money = |major: f64| {
            let Money { minor, currency } = crate::present::chart::money(major, check.currency());
            format::money(lang.get_untracked(), Money::new(minor, currency))
        };
        view! { <tr><td class="figures">{money(sold)}</td><td class="figures">{money(payout)}</td></tr> }
    };
    let rows = move || check.kind().rows.into_iter().map(row).collect_view();
    view! { <TableView caption=move || lang.get().curve_title() columns>{rows}</TableView> }
}
