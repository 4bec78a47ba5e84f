//! What a plan pays in a period, person by person.

use leptos::prelude::*;

use super::{Desk, WayBack};
use crate::domain::calendar::Period;
use crate::domain::command::Command;
use crate::domain::commission::kept::PayDeed;
use crate::domain::id::PayPlanId;
use crate::present::pay::TABLES;
use crate::present::pay::accrued::AccrualRow;
use crate::present::pay::address::PayAddress;
use crate::present::pay::overview::{PayRow, PeriodView, period_of};
use crate::runtime::past;
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonKind, ButtonLink, Column, Icon, IconButton, Notice, Table, Tone};

/// The people with their payouts, and the way to close the period.
#[component]
pub(super) fn PeriodPay(desk: Desk, id: PayPlanId, period: Option<Period>) -> impl IntoView {
    let Desk { app, lang } = desk;
    let period = Memo::new(move |_| {
        let today = app.today().get();
        period.or_else(|| app.view(&TABLES, |it| period_of(it, id, today)))
    });
    let past = past::followed(app);
    let view = Memo::new(move |_| {
        let (period, today, past) = (period.get()?, app.today().get(), past.get());
        let asked = (period, today, past.as_ref().map(|it| it.passed()));
        app.view(&TABLES, |it| PeriodView::new(it, lang.get(), id, asked))
    });
    let to = move |step: fn(Period) -> Period| {
        if let Some(period) = period.get_untracked() {
            desk.go(PayAddress::Period(id, Some(step(period))));
        }
    };
    let part = move |get: fn(&PeriodView) -> String| move || view.read().as_ref().map(get);
    let error = move || view.get().and_then(|it| it.error);
    let can_close = move || view.read().as_ref().is_some_and(|it| it.can_close);
    let close = move || {
        if let Some(period) = period.get_untracked() {
            app.act(Command::Pay(Box::new(PayDeed::Close(id, period))));
        }
    };
    let close_words =
        move || lang.get().pay_close(&view.get().map(|it| it.title).unwrap_or_default());
    view! {
        <div class="content" data-testid="pay-period">
            <WayBack desk />
            <div class="toolbar">
                <IconButton icon=Icon::Back label=move || lang.get().pay_earlier() on_press=move |()| to(Period::previous) />
                <h2 class="section__title">{part(|it| it.title.clone())}</h2>
                <IconButton icon=Icon::Forward label=move || lang.get().pay_later() on_press=move |()| to(Period::next) />
                <span class="toolbar__rest">
                    <ButtonLink
                        label=move || lang.get().pay_edit()
                        icon=Icon::Edit
                        href=Route::Pay(PayAddress::Plan(id)).href()
                    />
                </span>
            </div>
            <section class="headline" data-testid="pay-headline">
                <p class="headline__note">{part(|it| it.plan.clone())}</p>
                <p class="headline__line">
                    <span class="headline__figure" data-testid="pay-total">{part(|it| it.total.clone())}</span>
                </p>
                <p class="headline__sentence">{part(|it| it.budget.clone())}</p>
            </section>
            {move || error().map(|it| view! { <Notice tone=Tone::Warn words=it /> })}
            <People desk id view />
            <Accrued desk view />
            <Show when=can_close>
                <p class="section__note prose">{move || lang.get().pay_closing_note()}</p>
                <div class="actions actions--start">
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Lock
                        label=close_words
                        on_press=close
                        attr:data-testid="pay-close"
                    />
                </div>
            </Show>
        </div>
    }
}

/// What is accrued, line by line, where it is not all paid at once.
#[component]
fn Accrued(desk: Desk, view: Memo<Option<PeriodView>>) -> impl IntoView {
    let lang = desk.lang;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("what", lang.accrual_title()),
            Column::figure("before", lang.accrual_before()),
            Column::figure("change", lang.accrual_change()),
            Column::figure("after", lang.accrual_after()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let rows = move || view.get().map(|it| it.accrued).unwrap_or_default();
    let row = |(is_sum, row): (bool, AccrualRow)| {
        view! {
            <tr class=if is_sum { "pay__sum" } else { "" } data-testid="pay-accrued-row">
                <th scope="row">{row.name}</th>
                <td class="figures">{row.before}</td>
                <td class="figures">{row.change}</td>
                <td class="figures">{row.after}</td>
            </tr>
        }
    };
    let all = move || {
        let rows = rows();
        let last = rows.len();
        let each = rows.into_iter().zip(1..).map(|(it, place)| row((place == last, it)));
        each.collect_view()
    };
    let has = Memo::new(move |_| !rows().is_empty());
    view! {
        <Show when=move || has.get()>
            <section class="section" data-testid="pay-accrued">
                <Table caption=move || lang.get().accrual_title() columns>{all}</Table>
                <p class="section__note prose">{move || lang.get().accrual_note()}</p>
            </section>
        </Show>
    }
}

#[component]
fn People(desk: Desk, id: PayPlanId, view: Memo<Option<PeriodView>>) -> impl IntoView {
    let lang = desk.lang;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("person", lang.pay_person()),
            Column::figure("sold", lang.pay_sold()),
            Column::figure("payout", lang.pay_payout()),
            Column::text("state", lang.pay_state()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = move |row: PayRow| {
        let period = view.with_untracked(|it| it.as_ref().and_then(|it| it.period));
        let href = period.map(|it| Route::Pay(PayAddress::Statement(id, row.person, it)).href());
        view! {
            <tr data-testid="pay-row">
                <th scope="row"><a class="pay__link" href=href>{row.name}</a></th>
                <td class="figures">{row.sold}</td>
                <td class="figures">{row.payout}</td>
                <td>{row.state}</td>
            </tr>
        }
    };
    let rows = move || view.get().map(|it| it.rows).unwrap_or_default();
    let has = Memo::new(move |_| !rows().is_empty());
    let caption =
        move || view.get().map(|it| lang.get().pay_statements_of(&it.plan)).unwrap_or_default();
    view! {
        <Show when=move || has.get()>
            <Table caption columns>{move || rows().into_iter().map(row).collect_view()}</Table>
        </Show>
    }
}
